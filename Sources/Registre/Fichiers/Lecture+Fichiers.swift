import Convention
import SQLEngine

extension Lecture {
  public func fichier(_ id: Int64) throws -> FichierRecu? {
    try connection.first("SELECT \(FichierRecu.columns) FROM fichier_recu f WHERE f.id = $1", .int(id)) {
      try FichierRecu(row: $0)
    }
  }

  /// Files whose work is not finished, in the order of reception.
  public func fichiersInacheves() throws -> [FichierRecu] {
    try connection.query(
      "SELECT \(FichierRecu.columns) FROM fichier_recu f WHERE f.etat <> 'CLOS' ORDER BY f.id"
    ) { try FichierRecu(row: $0) }
  }

  /// The file that holds a number of a suite, if one was taken.
  public func fichier(_ suite: FichierRecu.Suite, sequence: Int64) throws -> FichierRecu? {
    try connection.first(
      """
      SELECT \(FichierRecu.columns) FROM fichier_recu f
      WHERE f.genre = $1 AND f.environnement = $2 AND f.application = $3 AND f.exploitation = $4 AND f.etude = $5
        AND f.sequence = $6 AND (f.statut IS NULL OR f.statut IN ('A', 'P'))
      """, suite.values + [.int(sequence)]
    ) { try FichierRecu(row: $0) }
  }

  /// Whether a suite already has a file of that day of issue under another number (008).
  public func secondDuJour(_ suite: FichierRecu.Suite, sequence: Int64, emission: Jour) throws -> Bool {
    try connection.scalar(
      """
      SELECT COUNT(*) FROM fichier_recu f
      WHERE f.genre = $1 AND f.environnement = $2 AND f.application = $3 AND f.exploitation = $4 AND f.etude = $5
        AND f.date_emission = $7 AND f.sequence <> $6 AND (f.statut IS NULL OR f.statut IN ('A', 'P'))
      """, suite.values + [.int(sequence), .text(emission.iso)]) ?? 0 > 0
  }

  /// Whether a suite has files but not the number before this one (901).
  public func rupture(_ suite: FichierRecu.Suite, sequence: Int64) throws -> Bool {
    let row = try connection.first(
      """
      SELECT COUNT(*), COALESCE(SUM(CASE WHEN f.sequence = $6 THEN 1 ELSE 0 END), 0) FROM fichier_recu f
      WHERE f.genre = $1 AND f.environnement = $2 AND f.application = $3 AND f.exploitation = $4 AND f.etude = $5
        AND (f.statut IS NULL OR f.statut IN ('A', 'P'))
      """, suite.values + [.int(sequence - 1)]
    ) { (all: $0.int(0), previous: $0.int(1)) }
    guard let row else { return false }
    return row.all > 0 && row.previous == 0
  }

  /// Files received on a day, in order; optionally of one exploitation or étude.
  public func fichiers(recusLe jour: Jour) throws -> [FichierRecu] {
    try connection.query(
      "SELECT \(FichierRecu.columns) FROM fichier_recu f WHERE f.jour = $1 ORDER BY f.id", .text(jour.iso)
    ) { try FichierRecu(row: $0) }
  }

  /// The last version of the format that an exploitation used, in the order of reception; nil if it never sent anything.
  ///
  /// Trying a version in test does not change that of production, if there is one; what the centre judges again is not sent.
  public func derniereVersion(application: String, exploitation: String, environnement: String) throws -> Int? {
    try connection.scalar(
      """
      SELECT f.version FROM fichier_recu f
      WHERE f.genre = 'AL' AND f.application = $1 AND f.exploitation = $2 AND f.statut IN ('A', 'P') AND f.canal <> 'rejeu'
      ORDER BY CASE WHEN f.environnement = $3 THEN 0 ELSE 1 END, f.id DESC LIMIT 1
      """, .text(application), .text(exploitation), .text(environnement)
    ).map(Int.init)
  }

  /// The last version that an étude used in its own files.
  public func derniereVersion(etude: String) throws -> Int? {
    try connection.scalar(
      """
      SELECT f.version FROM fichier_recu f WHERE f.genre = 'ET' AND f.etude = $1 AND f.statut IN ('A', 'P')
      ORDER BY f.id DESC LIMIT 1
      """, .text(etude)
    ).map(Int.init)
  }
}

extension FichierRecu.Suite {
  var values: [SQLValue] { [genre, environnement, application, exploitation, etude].map(received) }
}

extension Lecture {
  /// The number after the last one that a suite of ours has used.
  public func prochaineSequence(_ suite: FichierRecu.Suite) throws -> Int64 {
    let last = try connection.scalar(
      """
      SELECT MAX(f.sequence) FROM fichier_recu f
      WHERE f.genre = $1 AND f.environnement = $2 AND f.application = $3 AND f.exploitation = $4 AND f.etude = $5
      """, suite.values)
    return (last ?? 0) + 1
  }
}
