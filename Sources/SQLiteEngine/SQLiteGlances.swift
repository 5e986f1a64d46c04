import GRDB
import GRDBSQLite
import Synchronization

/// Connections that only read, for glances: as many as there are threads that take one at once.
///
/// A glance waits neither for a long reading nor for the pool's bookkeeping, which costs as much as the rows of a page.
final class SQLiteGlances: Sendable {
  private let path: String
  private let configuration: Configuration
  private let free = Mutex<[DatabaseQueue]>([])

  init(path: String, _ configuration: Configuration) {
    self.path = path
    var readonly = configuration
    readonly.readonly = true
    self.configuration = readonly
  }

  /// Runs `body` on one snapshot.
  func use<T>(_ body: (Database) throws -> T) throws -> T {
    let taken = free.withLock { $0.popLast() }
    let queue = try taken ?? DatabaseQueue(path: path, configuration: configuration)
    defer { free.withLock { $0.append(queue) } }
    return try queue.unsafeRead { database in
      try command("BEGIN DEFERRED", on: database)
      defer { try? command("COMMIT", on: database) }
      return try body(database)
    }
  }

  func close() throws {
    for queue in free.withLock({ $0 }) { try queue.close() }
  }

  private func command(_ sql: String, on database: Database) throws {
    let code = sqlite3_exec(database.sqliteConnection, sql, nil, nil, nil)
    if code != SQLITE_OK { throw sqliteFault(code, "« \(sql) » refusé") }
  }
}
