import GRDB
import SQLEngine

extension SQLiteEngine {
  /// By SQLite's online backup: a file of its own, without a log beside it, whose every page is checked.
  public func backup<T: Sendable>(
    to file: String, _ body: @escaping @Sendable (any SQLConnection) throws -> T
  ) async throws -> T {
    try translatingFaults {
      let copy = try DatabaseQueue(path: file)
      defer { try? copy.close() }
      try pool.backup(to: copy)
      try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
      return try copy.read { database in
        try check(database)
        return try transact(body, on: SQLiteConnection(database))
      }
    }
  }

  public func restore(from file: String) async throws {
    try translatingFaults {
      var configuration = Configuration()
      configuration.readonly = true
      let source = try DatabaseQueue(path: file, configuration: configuration)
      defer { try? source.close() }
      try source.read(check)
      let tables = try pool.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM sqlite_master") ?? 0 }
      guard tables == 0 else { throw SQLFault.occupied(nom) }
      try source.backup(to: pool)
    }
  }
}

/// Reads every page; throws when one is not what SQLite wrote.
private func check(_ database: Database) throws {
  let verdict = try String.fetchOne(database, sql: "PRAGMA integrity_check(1)") ?? ""
  guard verdict == "ok" else {
    throw SQLFault(.storage, engine: SQLiteEngine.nom, detail: "le fichier est endommagé")
  }
}
