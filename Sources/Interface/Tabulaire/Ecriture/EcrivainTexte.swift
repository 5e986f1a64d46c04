import Convention

/// An aligned table for terminals: numbers and amounts to the right, days and amounts in French typography.
///
/// Rows are kept until `close`, which knows the widths; control characters never reach the terminal.
public struct EcrivainTexte: EcrivainDeTableau {
  private let tableau: Tableau
  private let largestWidth: Int
  private let debouche: Debouche
  private var rows: [[String]] = []

  /// - Parameter largestWidth: characters of a column at most; what is longer ends with `…`.
  public init(_ tableau: Tableau, largestWidth: Int = 60, vers debouche: @escaping Debouche) {
    self.tableau = tableau
    self.largestWidth = max(2, largestWidth)
    self.debouche = debouche
  }

  public mutating func write(_ ligne: [Tableau.Cellule]) throws {
    rows.append(tableau.colonnes.indices.map { ligne.indices.contains($0) ? shown(ligne[$0]) : "" })
  }

  public mutating func close() throws {
    let headings = tableau.colonnes.map { clipped($0.titre) }
    let widths = headings.indices.map { column in
      rows.reduce(headings[column].count) { max($0, $1[column].count) }
    }
    var text = tableau.titre.isEmpty ? "" : EcrivainTexte.harmless(tableau.titre) + "\n\n"
    text += line(headings, widths) + line(widths.map { String(repeating: "─", count: $0) }, widths)
    for row in rows { text += line(row, widths) }
    text += "\n" + count + "\n"
    try debouche(Array(text.utf8))
  }

  private var count: String {
    switch rows.count {
    case 0: "Aucune ligne."
    case 1: "1 ligne."
    default: "\(Tableau.grouped(Int64(rows.count))) lignes."
    }
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    let padded = cells.indices.map { column in
      let blanks = String(repeating: " ", count: widths[column] - cells[column].count)
      return isNumeric(column) ? blanks + cells[column] : cells[column] + blanks
    }
    var text = padded.joined(separator: "  ")
    while text.last == " " { text.removeLast() }
    return text + "\n"
  }

  private func isNumeric(_ column: Int) -> Bool {
    tableau.colonnes[column].type == .entier || tableau.colonnes[column].type == .montant
  }

  private func shown(_ cellule: Tableau.Cellule) -> String {
    switch cellule {
    case .vide: ""
    case .texte(let text): clipped(text)
    case .entier(let value): Tableau.grouped(value)
    case .montant(let montant): montant.texte
    case .jour(let jour): jour.texte
    case .instant(let instant): instant.texte
    }
  }

  private func clipped(_ text: String) -> String {
    let harmless = EcrivainTexte.harmless(text)
    return harmless.count > largestWidth ? harmless.prefix(largestWidth - 1) + "…" : harmless
  }

  /// Line breaks and tabs become spaces; escape sequences and direction marks show as `·`.
  private static func harmless(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control: result += scalar == "\n" || scalar == "\r" || scalar == "\t" ? " " : "·"
      case .format, .lineSeparator, .paragraphSeparator: result += "·"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension Tableau {
  /// `12 345` with a narrow no-break space between thousands.
  static func grouped(_ value: Int64) -> String {
    let digits = String(value.magnitude)
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result += "\u{202F}" }
      result.append(digit)
    }
    return (value < 0 ? "-" : "") + result
  }
}
