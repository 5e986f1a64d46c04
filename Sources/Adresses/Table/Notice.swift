/// Where the table comes from; shown by the program beside what it deduces from it.
public struct Notice: Hashable, Sendable {
  /// Who published the table, and the file it was taken from.
  public internal(set) var source = ""
  /// The year or the day of the table, as its file states it.
  public internal(set) var date = ""
  public internal(set) var licence = ""
  public internal(set) var communeCount = 0
  public internal(set) var codePostalCount = 0
}

/// A reference file that cannot be used: which one, which line, why.
public struct ReferentielIllisible: Error, Hashable, Sendable, CustomStringConvertible {
  public let fichier: String
  /// From 1; nil when the fault is not in a line.
  public let ligne: Int?
  public let raison: String

  public var description: String {
    ligne.map { "\(fichier), ligne \($0) : \(raison)" } ?? "\(fichier) : \(raison)"
  }
}
