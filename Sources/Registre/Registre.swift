import Convention
import Preuve
import SQLEngine

/// What the centre keeps: the journal, its projections, the files received and sent, the actors.
///
/// Every write goes through ``ecrire(_:)``, one transaction; every read of dossiers takes a ``Perimetre``.
public struct Registre: Sendable {
  public let engine: any SQLEngine
  let secret: Secret
  /// Where looks go; nil when they go to the base itself.
  var replique: Replique?

  /// Opens a base, brings its schema up to date and makes its secret on the first day.
  ///
  /// - Parameter newSecret: called once per base; the salts of its journal derive from it.
  public init(_ engine: any SQLEngine, newSecret: @Sendable () -> [UInt8]) async throws {
    try await migrate(engine, Migrations.all)
    self.engine = engine
    let fresh = newSecret()
    let stored = try await engine.write { connection in
      try connection.run(
        "INSERT INTO secret(numero, octets) VALUES (1, $1) ON CONFLICT(numero) DO NOTHING", .blob(fresh))
      return try connection.first("SELECT octets FROM secret WHERE numero = 1") { $0.blob(0) }
    }
    guard let stored, stored.count == 32 else { throw RegistreFault.secretIllisible }
    secret = Secret(stored)
    try await completerLesProjections()
  }

  /// One transaction that changes something.
  public func ecrire<T: Sendable>(_ body: @escaping @Sendable (Ecriture) throws -> T) async throws -> T {
    let secret = secret
    return try await engine.write { [bail = Bail.enCours] connection in
      try bail?.renouveler(connection)
      let ecriture = try Ecriture(connection, secret: secret)
      let result = try body(ecriture)
      try ecriture.conclure()
      return result
    }
  }

  /// One consistent look at a few rows: what a page shows.
  public func consulter<T: Sendable>(_ body: @escaping @Sendable (Lecture) throws -> T) async throws -> T {
    try await regarder { try await $0.glance { try body(Lecture($0)) } }
  }

  /// The same when `body` asks one question only: one method of ``Lecture`` that says so.
  public func demander<T: Sendable>(_ body: @escaping @Sendable (Lecture) throws -> T) async throws -> T {
    try await regarder { try await $0.ask { try body(Lecture($0)) } }
  }

  private func regarder<T: Sendable>(_ look: (any SQLEngine) async throws -> T) async throws -> T {
    if let replique, let found = try await replique.regarder(look) { return found }
    return try await look(engine)
  }

  /// One consistent look, as long as it takes.
  public func lire<T: Sendable>(_ body: @escaping @Sendable (Lecture) throws -> T) async throws -> T {
    try await engine.read { try body(Lecture($0)) }
  }
}

/// A base that cannot be used, or a record in it that cannot be read.
public enum RegistreFault: Error, Hashable, Sendable, CustomStringConvertible {
  case secretIllisible
  /// The position in the journal.
  case evenementIllisible(Int64)
  case evenementInconnu(genre: String, position: Int64)
  case histoireSansTransmission(dossier: Int64)
  /// Its first fact is not one that begins a history of that kind.
  case histoireSansOuverture(genre: String)
  /// Another history of that kind has the key.
  case histoireConnue(genre: String)

  public var description: String {
    switch self {
    case .secretIllisible: "Le secret de la base est illisible : restaurez une sauvegarde."
    case .evenementIllisible(let position):
      "L’événement \(position) du journal est illisible : vérifiez la preuve (preuve verifier)."
    case .evenementInconnu(let genre, let position):
      "L’événement \(position) est d’un genre inconnu de ce programme (« \(genre) ») : installez une version plus récente."
    case .histoireSansTransmission(let dossier):
      "L’histoire du dossier \(dossier) ne commence pas par sa transmission : vérifiez la preuve (preuve verifier)."
    case .histoireSansOuverture(let genre):
      "Une histoire du genre « \(genre) » ne commence pas par le fait qui l’ouvre : vérifiez la preuve (preuve verifier)."
    case .histoireConnue(let genre): "Une histoire du genre « \(genre) » porte déjà cette clé. Rien n’a été changé."
    }
  }
}

/// Reads inside one snapshot. Its methods are written in the folders of what they read.
public struct Lecture {
  let connection: any SQLConnection
  init(_ connection: any SQLConnection) { self.connection = connection }
}
