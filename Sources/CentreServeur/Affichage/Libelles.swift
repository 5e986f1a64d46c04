import Interface

/// The words of the format's code lists, from the most recent table in service.
struct Libelles: Sendable {
  let table: TableFormat?

  /// « code : libellé », or the code alone when the table has it not.
  func texte(_ liste: String, _ code: String?) -> String? {
    guard let code else { return nil }
    return table?.liste(liste)?.valeur(code).map { $0.libelle } ?? code
  }
}
