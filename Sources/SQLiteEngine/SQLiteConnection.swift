import GRDB
import GRDBSQLite
import SQLEngine

/// GRDB's connection during one transaction; statements come from GRDB's cache, which outlives it.
final class SQLiteConnection: SQLConnection {
  private let database: Database
  private let pointer: OpaquePointer
  /// Where what was committed before this transaction is read; nil for a connection that only reads.
  private let pool: DatabasePool?
  private var statements: [String: SQLiteStatement] = [:]
  private var later: [String: SQLiteStatement] = [:]
  private let backlog = SQLiteBacklog()
  /// Statements that stand on a row.
  var openRows = 0
  /// The fault that lost the transaction. SQLite would go on after it and PostgreSQL would not: here nobody does.
  private var lostThrough: SQLFault?

  init(_ database: Database, _ pool: DatabasePool? = nil) {
    self.database = database
    self.pool = pool
    // GRDB's connection exists for as long as the body that received it runs.
    guard let pointer = database.sqliteConnection else {
      preconditionFailure("GRDB gave a transaction on a closed connection")
    }
    self.pointer = pointer
  }

  func prepare(_ sql: String) throws -> any SQLStatement {
    try checkSound()
    if let known = statements[sql] {
      if known.isIdle {
        known.clear()
        return known
      }
      return try noting { try SQLiteStatement(database.makeStatement(sql: sql), self) }
    }
    let statement = try noting { try SQLiteStatement(database.cachedStatement(sql: sql), self) }
    statement.clear()
    statements[sql] = statement
    return statement
  }

  /// There is nothing to wait for.
  func announce(_ sql: String, _ values: [SQLValue]) {}

  func runLater(_ sql: String, _ values: [SQLValue]) throws {
    // The columns of a row being read would be read by one thread while the other writes.
    guard openRows == 0, lostThrough == nil else {
      try run(sql, values)
      return
    }
    let statement = try later[sql] ?? prepareLater(sql)
    try noting { try backlog.add(statement, values) }
  }

  private func prepareLater(_ sql: String) throws -> SQLiteStatement {
    try checkSound()
    let statement = try noting { try SQLiteStatement(database.cachedStatement(sql: sql), self) }
    later[sql] = statement
    return statement
  }

  func committed<T>(_ body: (any SQLConnection) throws -> T) throws -> T {
    guard let pool else { return try body(self) }
    return try pool.read { try transact(body, on: SQLiteConnection($0)) }
  }

  /// Once this returns, nothing runs on the connection any more.
  func leave() { backlog.abandon() }

  func execute(_ script: String) throws {
    try checkSound()
    try noting { try database.execute(sql: script) }
  }

  func savepoint<T>(_ body: () throws -> T) throws -> T {
    try execute("SAVEPOINT point")
    do {
      let result = try body()
      try execute("RELEASE SAVEPOINT point")
      return result
    } catch {
      backlog.abandon()
      lostThrough = nil
      try execute("ROLLBACK TO SAVEPOINT point; RELEASE SAVEPOINT point")
      throw error
    }
  }

  /// Waits for what was to run later; throws when that or an earlier fault lost the transaction.
  func checkSound() throws {
    if lostThrough == nil { try noting { try backlog.drain() } }
    if let lostThrough {
      throw SQLFault(.abandoned, engine: SQLiteEngine.nom, detail: lostThrough.description)
    }
  }

  /// The fault behind a result code of SQLite; the transaction is lost from here on.
  func fault(_ code: Int32) -> any Error {
    let fault = reason(code)
    if let fault = fault as? SQLFault { lostThrough = fault }
    return fault
  }

  /// The fault behind a result code, for the thread that has the connection.
  func reason(_ code: Int32) -> any Error {
    let extended = sqlite3_extended_errcode(pointer)
    return sqliteFault(extended & 0xFF == code & 0xFF ? extended : code, String(cString: sqlite3_errmsg(pointer)))
  }

  var totalChanges: Int32 { sqlite3_total_changes(pointer) }
  var changes: Int32 { sqlite3_changes(pointer) }

  private func noting<T>(_ body: () throws -> T) throws -> T {
    do { return try translatingFaults(body) } catch {
      lostThrough = error as? SQLFault
      throw error
    }
  }
}
