extension Ecran {
  private static let columns = 100
  /// What French never sets at the beginning of a line.
  private static let neverFirst: Set<Substring> = [";", ":", "»", "?", "!", "€", "%"]

  /// A text on as many lines as it needs, those after the first under its own beginning.
  ///
  /// - Parameters:
  ///   - titre: what stands before it on the first line, padded to its column.
  ///   - retrait: blanks before all.
  func paragraphe(_ titre: String = "", _ texte: String, retrait: Int = 0, colonne: Int = 0) {
    let margin = String(repeating: " ", count: retrait)
    let head = margin + titre + String(repeating: " ", count: max(titre.isEmpty ? 0 : 1, colonne - titre.count))
    let width = max(40, (largeur ?? Ecran.columns) - head.count)
    for (rank, line) in Ecran.lines(texte, width: width).enumerated() {
      ligne((rank == 0 ? head : String(repeating: " ", count: head.count)) + line)
    }
  }

  /// Cut at ordinary spaces alone: a no-break space holds what it joins.
  private static func lines(_ texte: String, width: Int) -> [String] {
    var lines: [String] = [""]
    for word in texte.split(separator: " ", omittingEmptySubsequences: false) {
      let last = lines[lines.count - 1]
      if last.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if last.count + 1 + word.count <= width || Ecran.neverFirst.contains(word) {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
