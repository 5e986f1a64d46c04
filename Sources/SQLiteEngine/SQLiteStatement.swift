import GRDB
import GRDBSQLite
import SQLEngine

/// A statement of GRDB's cache, bound and stepped on SQLite itself: bulk inserts cost what they cost in C.
final class SQLiteStatement: SQLStatement {
  let parameterCount: Int
  /// SQLite's own index of each position, since it numbers `$2` before `$1` when it meets it first.
  let indexes: [Int32]
  let pointer: OpaquePointer
  var pending: SQLFault?
  /// Keeps the compiled statement alive.
  private let owner: Statement
  private var isOnRow = false
  private unowned let connection: SQLiteConnection

  init(_ statement: Statement, _ connection: SQLiteConnection) throws {
    owner = statement
    pointer = statement.sqliteStatement
    self.connection = connection
    indexes = try positions(of: statement.sqliteStatement)
    parameterCount = indexes.count
  }

  /// Whether it is outside of an iteration.
  var isIdle: Bool { sqlite3_stmt_busy(pointer) == 0 }

  func clear() {
    reset()
    sqlite3_clear_bindings(pointer)
    pending = nil
  }

  func run() throws -> Int {
    let before = connection.totalChanges
    while try step() {}
    return connection.totalChanges == before ? 0 : Int(connection.changes)
  }

  func step() throws -> Bool {
    if pending != nil { try finish() }
    try connection.checkSound()
    let code = sqlite3_step(pointer)
    if code == SQLITE_ROW {
      if !isOnRow { connection.openRows += 1 }
      isOnRow = true
      return true
    }
    defer { reset() }
    if code == SQLITE_DONE { return false }
    throw connection.fault(code)
  }

  /// Binds and runs to the end, on whichever thread has the connection.
  func runNow(_ values: [SQLValue]) throws {
    try bind(all: values)
    if let fault = pending {
      pending = nil
      throw fault
    }
    var code = sqlite3_step(pointer)
    while code == SQLITE_ROW { code = sqlite3_step(pointer) }
    defer { sqlite3_reset(pointer) }
    if code != SQLITE_DONE { throw connection.reason(code) }
  }

  private func reset() {
    sqlite3_reset(pointer)
    if isOnRow { connection.openRows -= 1 }
    isOnRow = false
  }

  func finish() throws {
    reset()
    if let fault = pending {
      pending = nil
      throw fault
    }
  }
}

/// SQLite's index for `$1`, `$2`…; every parameter must have that form and every position must be used.
private func positions(of pointer: OpaquePointer) throws -> [Int32] {
  let count = sqlite3_bind_parameter_count(pointer)
  var indexes = [Int32](repeating: 0, count: Int(count))
  for index in 0..<count {
    guard let name = sqlite3_bind_parameter_name(pointer, index + 1), name[0] == UInt8(ascii: "$") else { continue }
    let position = Int(String(cString: name + 1)) ?? 0
    if indexes.indices.contains(position - 1) { indexes[position - 1] = index + 1 }
  }
  guard let missing = indexes.firstIndex(of: 0) else { return indexes }
  throw SQLFault(
    .schema, engine: SQLiteEngine.nom,
    detail: "les paramètres d'une requête s'écrivent $1, $2… sans lacune ; $\(missing + 1) manque")
}
