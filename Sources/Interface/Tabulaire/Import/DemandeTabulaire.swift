/// A demand read from a spreadsheet: the fields of its records by name, in the form that the fixed-length encoder takes
/// (amounts in cents as digits, days AAAAMMJJ), ready for the ordinary reception under the application SAISIE.
public struct DemandeTabulaire: Hashable, Sendable {
  public let numero: String
  /// Rows of the sheet that it comes from, in the order of its titres.
  public let lignes: [Int]
  /// Fields of record 10.
  public let demande: [String: String]
  /// Fields of the records 20.
  public let redevables: [[String: String]]
  /// Fields of the records 30, by rank.
  public let titres: [[String: String]]
}
