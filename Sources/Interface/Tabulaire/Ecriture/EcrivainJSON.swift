import Convention

/// A JSON array of one object per row, by the keys of the columns; an empty cell has no key.
///
/// Amounts are integer cents, days `2026-03-02`, instants ISO 8601 with their offset.
public struct EcrivainJSON: EcrivainDeTableau {
  private let keys: [String]
  private let debouche: Debouche
  private var rowCount = 0

  public init(_ tableau: Tableau, vers debouche: @escaping Debouche) {
    keys = tableau.colonnes.map { EcrivainJSON.quoted($0.cle) }
    self.debouche = debouche
  }

  public mutating func write(_ ligne: [Tableau.Cellule]) throws {
    let members = zip(keys, ligne).filter { $0.1 != .vide }.map { "\($0.0):\(EcrivainJSON.value($0.1))" }
    try debouche(Array(((rowCount == 0 ? "[\n{" : ",\n{") + members.joined(separator: ",") + "}").utf8))
    rowCount += 1
  }

  public mutating func close() throws {
    try debouche(Array((rowCount == 0 ? "[]\n" : "\n]\n").utf8))
  }

  private static func value(_ cellule: Tableau.Cellule) -> String {
    switch cellule {
    case .vide: "null"
    case .texte(let text): quoted(text)
    case .entier(let value): String(value)
    case .montant(let montant): String(montant.cents)
    case .jour(let jour): quoted(jour.iso)
    case .instant(let instant): quoted(instant.iso)
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x2028 || scalar.value == 0x2029:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
