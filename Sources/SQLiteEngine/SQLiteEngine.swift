import GRDB
import SQLEngine

/// The store in one SQLite file: GRDB opens it and serves one writer and several readers; statements run on SQLite directly.
///
/// Write-ahead log; a commit is on the disk before `write` returns (`synchronous=FULL`); deleted content is overwritten
/// (`secure_delete`), because a purge must leave nothing behind.
public struct SQLiteEngine: SQLEngine {
  public var nom: String { SQLiteEngine.nom }
  static let nom = "SQLite"
  let pool: DatabasePool
  private let glances: SQLiteGlances

  /// Opens or creates the file.
  /// - Parameters:
  ///   - path: the file; its folder must exist.
  ///   - busyTimeoutSeconds: how long a writer waits for another process before ``SQLFault/Kind/busy``.
  public init(path: String, busyTimeoutSeconds: Double = 10) throws {
    var configuration = Configuration()
    configuration.busyMode = .timeout(busyTimeoutSeconds)
    configuration.foreignKeysEnabled = true
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA secure_delete = ON") }
    pool = try translatingFaults { [configuration] in
      let pool = try DatabasePool(path: path, configuration: configuration)
      // GRDB sets NORMAL when it opens the log, where a power cut may lose the last commits.
      try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
      return pool
    }
    glances = SQLiteGlances(path: path, configuration)
  }

  public func read<T: Sendable>(
    _ body: @escaping @Sendable (any SQLConnection) throws -> T
  ) async throws -> T {
    try await translatingFaults { try await pool.read { try transact(body, on: SQLiteConnection($0)) } }
  }

  /// On the calling thread: SQLite has the rows of a page in less time than a change of thread takes.
  public func glance<T: Sendable>(
    _ body: @escaping @Sendable (any SQLConnection) throws -> T
  ) async throws -> T {
    try translatingFaults { try glances.use(body) }
  }

  public func ask<T: Sendable>(
    _ body: @escaping @Sendable (any SQLConnection) throws -> T
  ) async throws -> T { try await glance(body) }

  public func write<T: Sendable>(
    _ body: @escaping @Sendable (any SQLConnection) throws -> T
  ) async throws -> T {
    try await translatingFaults { try await pool.write { try transact(body, on: SQLiteConnection($0, pool)) } }
  }

  public func close() async throws {
    try translatingFaults {
      try glances.close()
      try pool.close()
    }
  }
}

/// Runs `body`, and what it put off, on a connection that has a transaction.
func transact<T>(_ body: (any SQLConnection) throws -> T, on connection: SQLiteConnection) throws -> T {
  defer { connection.leave() }
  let result = try body(connection)
  try connection.checkSound()
  return result
}
