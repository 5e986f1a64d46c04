import Convention
import Preuve
import SQLEngine

/// One write transaction: facts are decided above, appended here with their projections.
///
/// Used by one thread, inside the closure that received it.
public final class Ecriture {
  let connection: any SQLConnection
  private let secret: Secret
  private var lastPosition: Int64
  private var lastDossier: Int64
  /// Read when a history is opened: few transactions open one.
  private var lastHistoire: Int64?
  var remises = RemisesPartagees()
  var ecarts = EcartsDeChiffres()

  init(_ connection: any SQLConnection, secret: Secret) throws {
    self.connection = connection
    self.secret = secret
    lastPosition = try connection.scalar("SELECT MAX(position) FROM journal") ?? 0
    lastDossier = try connection.scalar("SELECT MAX(id) FROM dossier") ?? 0
  }

  /// The same base seen as a reader, within this transaction.
  public var lecture: Lecture { Lecture(connection) }

  /// Reads beside this transaction what was committed before it.
  public func auparavant<T>(_ body: (Lecture) throws -> T) throws -> T {
    try connection.committed { try body(Lecture($0)) }
  }

  /// Runs `body` and leaves no trace of it, numbers included: a file in the test environment is judged so.
  public func essayer<T>(_ body: () throws -> T) throws -> T {
    let before = (lastPosition, lastDossier, lastHistoire, ecarts, remises)
    defer { (lastPosition, lastDossier, lastHistoire, ecarts, remises) = before }
    do {
      try connection.savepoint { throw Essai(result: try body()) }
    } catch let essai as Essai<T> {
      return essai.result
    }
    preconditionFailure("a trial always ends by undoing itself")
  }

  /// Opens a dossier: its transmission and what was decided at once. The trace says which bytes brought it.
  public func creer(_ evenements: [Evenement], trace: Trace) throws -> Fiche {
    guard let dossier = Dossier(evenements) else {
      preconditionFailure("a dossier begins with its transmission")
    }
    lastDossier += 1
    var fiche = Fiche(id: lastDossier, dossier: dossier, source: SourceDemande(trace))
    try insert(fiche, jour: trace.jour)
    for evenement in evenements { try append(evenement, to: &fiche, trace: trace) }
    return fiche
  }

  /// Appends what was decided of a dossier and brings its projections up to date.
  public func ajouter(_ evenements: [Evenement], to fiche: inout Fiche, trace: Trace) throws {
    guard !evenements.isEmpty else { return }
    let before = fiche.dossier
    for evenement in evenements {
      fiche.dossier.apply(evenement)
      try append(evenement, to: &fiche, trace: trace)
    }
    try update(fiche, before: before)
  }

  /// Once all has been said: what is written once a transaction.
  func conclure() throws {
    try ecarts.write(connection)
    try remises.write(connection)
  }

  private func append(_ evenement: Evenement, to fiche: inout Fiche, trace: Trace) throws {
    let octets = try evenement.octets(
      of: fiche.dossier.demande.cle, rang: fiche.rang + 1, precedent: fiche.precedent?.hexadecimal,
      trace: trace)
    let empreinte = try consigner(
      octets, of: .dossier(fiche.id), rang: fiche.rang + 1, genre: evenement.genre.rawValue, trace)
    try project(evenement, of: fiche.id, trace)
    fiche.rang += 1
    fiche.precedent = empreinte
  }

  /// The number of the history that is opened next.
  func prochaineHistoire() throws -> Int64 {
    let last = try lastHistoire ?? connection.scalar("SELECT MAX(id) FROM histoire") ?? 0
    lastHistoire = last + 1
    return last + 1
  }

  /// Puts the canonical bytes of an event at the end of the journal, and gives their fingerprint.
  func consigner(
    _ octets: [UInt8], of sujet: Sujet, rang: Int, genre: String, _ trace: Trace
  ) throws -> Empreinte {
    lastPosition += 1
    let sel = Sel(secret: secret, position: lastPosition, octets: octets)
    let empreinte = Empreinte(position: lastPosition, dossier: sujet.numero, sel: sel, octets: octets)
    try connection.runLater(
      """
      INSERT INTO journal(position, dossier, rang, genre, instant, jour, auteur, fichier, ligne, sel, octets, empreinte,
        octet, longueur, lignes)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
      """,
      [
        .int(lastPosition), .int(sujet.numero), .int(Int64(rang)), .text(genre),
        .int(trace.instant.milliseconds), .text(trace.jour.iso), .text(trace.auteur), .int(trace.fichier),
        .int(trace.ligne.map(Int64.init)), .blob(sel.octets), .blob(octets), .blob(empreinte.octets), .int(trace.octet),
        .int(trace.longueur), .int(trace.lignes.map(Int64.init)),
      ])
    return empreinte
  }
}

/// Carries the result of a trial out of the savepoint that it undoes.
private struct Essai<T>: Error, @unchecked Sendable {
  // Thrown and caught on one thread, within one call.
  let result: T
}
