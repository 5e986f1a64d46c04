import Convention
import SQLEngine

extension Lecture {
  /// The file that a form already became: its key is drawn when the form is shown, so that sending it twice does it once.
  public func saisie(_ cle: String) throws -> FichierRecu? {
    let id = try connection.scalar("SELECT fichier FROM saisie WHERE cle = $1", .text(cle))
    return try id.flatMap { try fichier($0) }
  }

  /// The number of the next message that an étude types: those of its own files stay below 9 000 000 000.
  public func prochainMessageSaisi(of etude: CodeEtude) throws -> Int64 {
    let last = try connection.scalar(
      "SELECT MAX(numero) FROM message WHERE etude = $1 AND numero >= $2", .text(etude.texte), .int(premierMessageSaisi)
    )
    return last.map { $0 + 1 } ?? premierMessageSaisi
  }

  /// The number of the next update of a dossier that its comptable types.
  public func prochaineActualisation(of dossier: Int64) throws -> Int64 {
    (try connection.scalar("SELECT MAX(numero) FROM actualisation WHERE dossier = $1", .int(dossier)) ?? 0) + 1
  }

  /// The day to which an act done now belongs: once the evening of a day has begun, to the next one.
  public func jourDeTravail(_ jour: Jour) throws -> Jour {
    let begun = try connection.first("SELECT jour FROM journee ORDER BY jour DESC LIMIT 1") { try day($0.text(0)) }
    return max(jour, begun?.adding(days: 1) ?? jour)
  }

  /// Messages of a file that had no effect: the dossier was ended or elsewhere, or the convention forbids them.
  public func messagesSansEffet(of fichier: Int64) throws -> Int {
    Int(
      try connection.scalar(
        "SELECT COUNT(*) FROM journal WHERE fichier = $1 AND genre = 'MessageConserve'", .int(fichier)) ?? 0)
  }
}

private let premierMessageSaisi: Int64 = 9_000_000_000

extension Ecriture {
  public func noter(saisie cle: String, fichier: Int64) throws {
    try connection.run("INSERT INTO saisie(cle, fichier) VALUES ($1, $2)", .text(cle), .int(fichier))
  }
}
