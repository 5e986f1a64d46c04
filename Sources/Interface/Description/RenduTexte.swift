/// The document for a terminal.
struct RenduTexte {
  /// Characters of a line.
  private static let width = 120
  private let document: DocumentDuFormat

  init(_ document: DocumentDuFormat) { self.document = document }

  var text: String {
    let title = Typographie.french(document.titre)
    return title + "\n" + String(repeating: "═", count: title.count) + "\n\n"
      + document.blocs.map(render).joined(separator: "\n")
  }

  private func render(_ bloc: Bloc) -> String {
    switch bloc {
    case .titre(let texte, let niveau, _):
      let title = Typographie.french(niveau == 1 ? texte.uppercased() : texte)
      return "\n" + title + "\n" + String(repeating: niveau == 1 ? "─" : "╌", count: title.count) + "\n"
    case .paragraphe(let phrase): return lines(plain(phrase), RenduTexte.width).joined(separator: "\n") + "\n"
    case .liste(let phrases): return phrases.map(item).joined()
    case .tableau(let tableau): return table(tableau)
    }
  }

  private func item(_ phrase: Phrase) -> String {
    let wrapped = lines(plain(phrase), RenduTexte.width - 4)
    return wrapped.enumerated().map { ($0.offset == 0 ? "  - " : "    ") + $0.element + "\n" }.joined()
  }

  private func plain(_ phrase: Phrase) -> String {
    phrase.fragments.map { fragment in
      switch fragment {
      case .texte(let text): Typographie.french(text)
      case .code(let text), .lien(let text, _): text
      }
    }.joined()
  }

  /// Lines of at most `width` characters, cut at plain spaces, or anywhere in a word longer than a line.
  private func lines(_ text: String, _ width: Int) -> [String] {
    var lines = [""]
    for word in text.split(separator: " ") {
      var word = word[...]
      if !lines[lines.count - 1].isEmpty, lines[lines.count - 1].count + 1 + word.count > width { lines.append("") }
      while word.count > width {
        lines[lines.count - 1] = String(word.prefix(width))
        word = word.dropFirst(width)
        lines.append("")
      }
      lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
    }
    return lines
  }
}

// Tables: columns as wide as their content; those where it costs the fewest lines are wrapped until the row fits.
extension RenduTexte {
  private func table(_ tableau: TableauDecrit) -> String {
    let rows = tableau.lignes.map { $0.map(plain) }
    let widths = fitted(tableau.colonnes, rows)
    let rule = widths.map { String(repeating: "─", count: $0) }
    return Typographie.french(tableau.legende) + "\n\n" + row(tableau.colonnes, widths) + row(rule, widths)
      + rows.map { row($0, widths) }.joined()
  }

  private func fitted(_ headings: [String], _ rows: [[String]]) -> [Int] {
    var widths = headings.indices.map { column in
      rows.reduce(headings[column].count) { max($0, $1[column].count) }
    }
    // Names are kept whole if they can be; else long words are cut, but never those of the first column.
    for longestKept in [40, 18, 14] {
      let least = headings.indices.map { column in
        rows.reduce(headings[column].count) { max($0, longestWord($1[column], atMost: column == 0 ? 40 : longestKept)) }
      }
      shrink(&widths, to: least, rows)
    }
    return widths
  }

  private func shrink(_ widths: inout [Int], to least: [Int], _ rows: [[String]]) {
    let areas = widths.indices.map { column in rows.reduce(0) { $0 + $1[column].count } }
    /// About the lines that one character less adds to a column.
    func cost(_ column: Int) -> Double { Double(areas[column]) / Double(widths[column] * (widths[column] - 1)) }
    let room = RenduTexte.width - 2 * (widths.count - 1)
    while widths.reduce(0, +) > room {
      let shrinking = widths.indices.filter { widths[$0] > least[$0] }
      guard let column = shrinking.min(by: { cost($0) < cost($1) }) else { break }
      widths[column] -= 1
    }
  }

  /// The longest name, or the longest pattern up to 18 characters: a pattern may be cut anywhere.
  private func longestWord(_ text: String, atMost longestKept: Int) -> Int {
    text.split(separator: " ").reduce(0) { longest, word in
      let isName = word.allSatisfy { $0.isLetter || $0.isNumber || "_,'-".contains($0) }
      return max(longest, min(word.count, isName ? longestKept : 18))
    }
  }

  private func row(_ cells: [String], _ widths: [Int]) -> String {
    let wrapped = cells.indices.map { lines(cells[$0], widths[$0]) }
    let height = wrapped.map(\.count).max() ?? 0
    return (0..<height).map { line in
      let padded = wrapped.indices.map { column in
        let text = line < wrapped[column].count ? wrapped[column][line] : ""
        return text + String(repeating: " ", count: max(0, widths[column] - text.count))
      }
      return padded.joined(separator: "  ").trimmedRight + "\n"
    }.joined()
  }
}

extension String {
  fileprivate var trimmedRight: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
