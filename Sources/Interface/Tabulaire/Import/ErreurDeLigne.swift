/// Why a row of a spreadsheet, and with it its demand, is set aside.
///
/// Neither the message nor the description quotes a cell; `valeur` does, for the person who sent the file.
public struct ErreurDeLigne: Error, Hashable, Sendable, Codable {
  /// Row of the sheet, from 1.
  public let ligne: Int
  /// Letters of the column; nil when the row as a whole is at fault.
  public let colonne: String?
  /// Heading of that column.
  public let intitule: String?
  /// Field that the column fills.
  public let champ: String?
  /// The demand set aside; nil when the row does not say which.
  public let numeroDemande: String?
  /// One French sentence.
  public let message: String
  /// What the cell shows.
  public let valeur: String?

  enum CodingKeys: String, CodingKey {
    case ligne, colonne, intitule, champ
    case numeroDemande = "numero_demande"
    case message, valeur
  }
}

extension ErreurDeLigne: CustomStringConvertible {
  public var description: String {
    guard let colonne else { return "Ligne \(ligne) : \(message)" }
    let heading = intitule.map { " (« \($0) »)" } ?? ""
    return "Ligne \(ligne), colonne \(colonne)\(heading) : \(message)"
  }
}
