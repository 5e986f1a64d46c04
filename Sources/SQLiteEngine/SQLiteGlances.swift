import GRDB
import GRDBSQLite
import SQLEngine
import Synchronization

/// Connections that only read, for glances: as many as there are threads that take one at once.
///
/// A glance waits neither for a long reading nor for the pool's bookkeeping, which costs as much as the rows of a page.
final class SQLiteGlances: Sendable {
  private let path: String
  private let configuration: Configuration
  private let free = Mutex<[Glass]>([])

  /// One connection, and its statements as long as nothing goes wrong on it; whoever took it has it alone.
  private final class Glass: @unchecked Sendable {
    let queue: DatabaseQueue
    var connection: SQLiteConnection?
    init(_ queue: DatabaseQueue) { self.queue = queue }
  }

  init(path: String, _ configuration: Configuration) {
    self.path = path
    var readonly = configuration
    readonly.readonly = true
    self.configuration = readonly
  }

  /// Runs `body` on one snapshot.
  func use<T>(_ body: (any SQLConnection) throws -> T) throws -> T {
    let taken = free.withLock { $0.popLast() }
    let glass = try taken ?? Glass(DatabaseQueue(path: path, configuration: configuration))
    defer { free.withLock { $0.append(glass) } }
    return try glass.queue.unsafeRead { database in
      try command("BEGIN DEFERRED", on: database)
      defer { try? command("COMMIT", on: database) }
      let connection = glass.connection ?? SQLiteConnection(database)
      glass.connection = nil
      let result = try transact(body, on: connection)
      glass.connection = connection
      return result
    }
  }

  func close() throws {
    for glass in free.withLock({ $0 }) {
      glass.connection = nil
      try glass.queue.close()
    }
  }

  /// GRDB has no word for a transaction that a thread keeps to itself; prepared once, it costs nothing beside the rows.
  private func command(_ sql: String, on database: Database) throws {
    let statement = try database.cachedStatement(sql: sql).sqliteStatement
    let code = sqlite3_step(statement)
    sqlite3_reset(statement)
    if code != SQLITE_DONE { throw sqliteFault(code, "« \(sql) » refusé") }
  }
}
