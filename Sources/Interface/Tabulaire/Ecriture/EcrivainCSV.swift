import Convention

/// CSV as French spreadsheets open it: UTF-8 with its mark, `;`, decimal comma, CRLF; texts that would run as formulas
/// are neutralised, numbers never.
public struct EcrivainCSV: EcrivainDeTableau {
  private let columnCount: Int
  private let debouche: Debouche
  private var buffer: [UInt8]

  private static let flushedByteCount = 64 << 10

  public init(_ tableau: Tableau, vers debouche: @escaping Debouche) {
    columnCount = tableau.colonnes.count
    self.debouche = debouche
    buffer = [0xEF, 0xBB, 0xBF]
    append(tableau.colonnes.map { EcrivainCSV.quoted($0.titre) })
  }

  public mutating func write(_ ligne: [Tableau.Cellule]) throws {
    let blanks = Array(repeating: Tableau.Cellule.vide, count: max(0, columnCount - ligne.count))
    append((ligne + blanks).map(EcrivainCSV.field))
    if buffer.count >= EcrivainCSV.flushedByteCount { try flush() }
  }

  public mutating func close() throws { try flush() }

  private mutating func append(_ fields: [String]) {
    buffer += fields.joined(separator: ";").utf8
    buffer += [0x0D, 0x0A]
  }

  private mutating func flush() throws {
    try debouche(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  private static func field(_ cellule: Tableau.Cellule) -> String {
    switch cellule {
    case .vide: ""
    case .texte(let text): quoted(CelluleNeutralisee.guarded(text))
    case .entier(let value): String(value)
    case .montant(let montant): montant.virgule
    case .jour(let jour): jour.texte
    case .instant(let instant): instant.iso
    }
  }

  private static func quoted(_ text: String) -> String {
    let special = text.utf8.contains { $0 == 0x3B || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
    return special ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}

extension Montant {
  /// Euros and cents without grouping: `-1234,05`.
  var virgule: String {
    let (euros, rest) = cents.magnitude.quotientAndRemainder(dividingBy: 100)
    return (cents < 0 ? "-" : "") + String(euros) + "," + (rest < 10 ? "0" : "") + String(rest)
  }
}
