import Convention
import SQLEngine

/// A file that the centre issues: its number is taken before it is written, so that writing again gives the same file.
public struct FichierEmis: Hashable, Sendable {
  public var id: Int64 = 0
  public var suite: FichierRecu.Suite
  public var sequence: Int64 = 0
  public var version: Int
  public var jour: Jour
  /// Written in its header.
  public var instant: Instant
  /// The received file that it answers or hands over.
  public var origine: Int64?
  /// What makes it one: a kind, a day or a file, a destination; the same cause never gives two files.
  public var cause: String
  /// Name in the folder of outgoing files.
  public var nom: String
  /// SHA-256 of its records end to end, once written.
  public var empreinte: String?
  public var enregistrements: Int64?

  public init(
    suite: FichierRecu.Suite, version: Int, jour: Jour, instant: Instant, origine: Int64? = nil, cause: String
  ) {
    self.suite = suite
    self.version = version
    self.jour = jour
    self.instant = instant
    self.origine = origine
    self.cause = cause
    nom = ""
  }
}

extension Ecriture {
  /// Takes the next number of the suite for a cause, or gives back the file that this cause already has.
  public func numeroter(_ fichier: FichierEmis, nom: (FichierEmis) -> String) throws -> FichierEmis {
    if let known = try lecture.fichierEmis(cause: fichier.cause) { return known }
    var result = fichier
    result.id = (try connection.scalar("SELECT MAX(id) FROM fichier_emis") ?? 0) + 1
    result.sequence = try nextSequence(fichier.suite)
    result.nom = nom(result)
    try connection.run(
      """
      INSERT INTO fichier_emis(id, genre, environnement, application, exploitation, etude, sequence, version, jour,
        instant, origine, cause, nom)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
      """,
      [.int(result.id)] + result.suite.values + [
        .int(result.sequence), .int(result.version), .text(result.jour.iso), .int(result.instant.milliseconds),
        .int(result.origine), .text(result.cause), .text(result.nom),
      ])
    return result
  }

  private func nextSequence(_ suite: FichierRecu.Suite) throws -> Int64 {
    let last = try connection.scalar(
      """
      SELECT MAX(sequence) FROM fichier_emis
      WHERE genre = $1 AND environnement = $2 AND application = $3 AND exploitation = $4 AND etude = $5
      """, suite.values)
    return (last ?? 0) + 1
  }

  /// The file is complete in the outgoing folder.
  public func emettre(_ fichier: FichierEmis) throws {
    try connection.run(
      "UPDATE fichier_emis SET empreinte = $1, enregistrements = $2 WHERE id = $3",
      .text(fichier.empreinte), .int(fichier.enregistrements), .int(fichier.id))
  }
}

extension Lecture {
  public func fichierEmis(cause: String) throws -> FichierEmis? {
    try connection.first("SELECT \(FichierEmis.columns) FROM fichier_emis f WHERE f.cause = $1", .text(cause)) {
      try FichierEmis(row: $0)
    }
  }

  /// Files of a day, in the order in which they were numbered.
  public func fichiersEmis(_ jour: Jour) throws -> [FichierEmis] {
    try connection.query(
      "SELECT \(FichierEmis.columns) FROM fichier_emis f WHERE f.jour = $1 ORDER BY f.id", .text(jour.iso)
    ) { try FichierEmis(row: $0) }
  }

  /// A page of the files of a day.
  public func fichiersEmis(_ jour: Jour, limit: Int, offset: Int) throws -> [FichierEmis] {
    try connection.query(
      "SELECT \(FichierEmis.columns) FROM fichier_emis f WHERE f.jour = $1 ORDER BY f.id LIMIT $2 OFFSET $3",
      .text(jour.iso), .int(limit), .int(offset)
    ) { try FichierEmis(row: $0) }
  }
}

extension FichierEmis {
  static let columns = """
    f.id, f.genre, f.environnement, f.application, f.exploitation, f.etude, f.sequence, f.version, f.jour, f.instant,
    f.origine, f.cause, f.nom, f.empreinte, f.enregistrements
    """

  init(row: any SQLRow) throws {
    self.init(
      suite: FichierRecu.Suite(
        genre: row.text(1), environnement: row.text(2), application: row.text(3), exploitation: row.text(4),
        etude: row.text(5)), version: Int(row.int(7)), jour: try day(row.text(8)),
      instant: Instant(milliseconds: row.int(9)), origine: row.optInt(10), cause: row.text(11))
    id = row.int(0)
    sequence = row.int(6)
    nom = row.text(12)
    empreinte = row.optText(13)
    enregistrements = row.optInt(14)
  }
}
