import Interface

/// The words of the format's code lists, from the most recent table in service.
public struct Libelles: Sendable {
  public let table: TableFormat?

  public init(table: TableFormat?) { self.table = table }

  /// « code : libellé », or the code alone when the table has it not.
  public func texte(_ liste: String, _ code: String?) -> String? {
    guard let code else { return nil }
    return table?.liste(liste)?.valeur(code).map { $0.libelle } ?? code
  }

  /// Every value of a list, in the order of the table: what a form offers.
  public func valeurs(_ liste: String) -> [(code: String, libelle: String)] {
    table?.liste(liste)?.valeurs.map { ($0.code, $0.libelle) } ?? []
  }
}

/// `1 dossier`, `12 345 dossiers`.
public func accorde(_ count: Int, _ one: String, _ many: String) -> String {
  "\(nombre(count)) \(count < 2 ? one : many)"
}

/// `12 345`: a count as people read it.
public func nombre(_ count: Int) -> String {
  let digits = Array(String(abs(count)).reversed())
  let groups = stride(from: 0, to: digits.count, by: 3).map { digits[$0..<min($0 + 3, digits.count)] }
  return (count < 0 ? "−" : "") + String(groups.joined(separator: "\u{202F}").reversed())
}
