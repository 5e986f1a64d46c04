/// One step of the schema, frozen once it has been applied anywhere.
public struct Migration: Hashable, Sendable {
  /// 1, 2, 3… without gap.
  public let numero: Int
  public let nom: String
  public let sql: String

  public init(numero: Int, nom: String, sql: String) {
    self.numero = numero
    self.nom = nom
    self.sql = sql
  }
}

/// Brings the schema up to the last migration, each in its own transaction, and remembers their text.
///
/// Refused with ``SQLFault/Kind/schema``: numbers with a gap, an applied migration whose text is no longer the same, a store
/// that a newer program has already migrated further. Returns the numbers applied now.
@discardableResult
public func migrate(_ engine: any SQLEngine, _ migrations: [Migration]) async throws -> [Int] {
  guard migrations.map(\.numero) == Array(1..<(migrations.count + 1)) else {
    throw SQLFault(.schema, engine: engine.nom, detail: "les migrations ne se suivent pas de 1 à n")
  }
  try await engine.write { connection in
    try connection.execute(
      "CREATE TABLE IF NOT EXISTS migration(numero INTEGER PRIMARY KEY, nom TEXT NOT NULL, sql TEXT NOT NULL)"
    )
  }
  var applied: [Int] = []
  while let numero = try await engine.write({ try applyNext(migrations, $0, engine.nom) }) {
    applied.append(numero)
  }
  return applied
}

private func applyNext(
  _ migrations: [Migration], _ connection: any SQLConnection, _ nom: String
) throws -> Int? {
  let done = try connection.query("SELECT numero, nom, sql FROM migration ORDER BY numero") {
    Migration(numero: Int($0.int(0)), nom: $0.text(1), sql: $0.text(2))
  }
  try check(done, against: migrations, nom)
  guard done.count < migrations.count else { return nil }
  let next = migrations[done.count]
  try connection.execute(next.sql)
  try connection.run(
    "INSERT INTO migration(numero, nom, sql) VALUES ($1, $2, $3)",
    .int(next.numero), .text(next.nom), .text(next.sql))
  return next.numero
}

private func check(_ done: [Migration], against migrations: [Migration], _ nom: String) throws {
  if let last = done.last, last.numero > migrations.count {
    throw SQLFault(
      .schema, engine: nom,
      detail:
        "la base est à la version \(last.numero) (« \(last.nom) ») et ce programme ne connaît que la version "
        + "\(migrations.count) : installez une version plus récente de centre-serveur")
  }
  for (old, new) in zip(done, migrations) where old.numero != new.numero || old.sql != new.sql {
    throw SQLFault(
      .schema, engine: nom,
      detail:
        "la migration \(new.numero) (« \(new.nom) ») n'est plus celle qui a été appliquée à cette base : "
        + "une migration publiée ne change jamais, il faut en ajouter une autre")
  }
}
