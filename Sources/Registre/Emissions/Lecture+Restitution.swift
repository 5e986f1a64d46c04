import Convention
import SQLEngine

/// An event of a day with what a return file needs of its dossier.
public struct EvenementRendu: Sendable {
  public let date: EvenementDate
  public let dossier: Int64
  public let cle: CleDemande
  public let poste: String
  public let phase: Phase
  /// The record 10 of the demand: file and line.
  public let source: (fichier: Int64, ligne: Int)
}

extension Lecture {
  /// Exploitations that have an event to be told of a day.
  public func exploitations(_ jour: Jour) throws -> [(application: String, exploitation: String)] {
    try connection.query(
      """
      SELECT DISTINCT d.application, d.exploitation FROM journal j JOIN dossier d ON d.id = j.dossier
      WHERE j.jour = $1 AND d.application <> $2 ORDER BY 1, 2
      """, .text(jour.iso), .text(Demande.applicationSaisie)
    ) { ($0.text(0), $0.text(1)) }
  }

  /// The events of some kinds in a day, for an exploitation, in the order of the journal.
  public func evenements(
    _ jour: Jour, application: String, exploitation: String, genres: [Evenement.Genre],
    _ body: (EvenementRendu) throws -> Void
  ) throws {
    let places = genres.indices.map { "$\($0 + 4)" }.joined(separator: ", ")
    try connection.forEach(
      """
      SELECT j.position, j.genre, j.octets, j.instant, j.jour, j.auteur, j.fichier, j.ligne, j.dossier, d.numero, d.poste,
        d.phase, d.fichier, d.ligne
      FROM journal j JOIN dossier d ON d.id = j.dossier
      WHERE j.jour = $1 AND j.genre IN (\(places)) AND d.application = $2 AND d.exploitation = $3
      ORDER BY j.position
      """,
      [.text(jour.iso), .text(application), .text(exploitation)] + genres.map { .text($0.rawValue) }
    ) { row in
      try body(try EvenementRendu(row: row, application: application, exploitation: exploitation))
    }
  }
}

extension EvenementRendu {
  fileprivate init(row: any SQLRow, application: String, exploitation: String) throws {
    date = try EvenementDate(row: row)
    dossier = row.int(8)
    cle = CleDemande(application: application, exploitation: exploitation, numero: row.text(9))
    poste = row.text(10)
    phase = Phase(rawValue: row.text(11)) ?? .comminatoire
    source = (row.int(12), Int(row.int(13)))
  }
}
