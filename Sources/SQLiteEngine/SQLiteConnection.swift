import GRDB
import GRDBSQLite
import SQLEngine

/// GRDB's connection during one transaction; statements come from GRDB's cache, which outlives it.
final class SQLiteConnection: SQLConnection {
  private let database: Database
  private let pointer: OpaquePointer
  private var statements: [String: SQLiteStatement] = [:]
  /// The fault that lost the transaction. SQLite would go on after it and PostgreSQL would not: here nobody does.
  private var lostThrough: SQLFault?

  init(_ database: Database) {
    self.database = database
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
      lostThrough = nil
      try execute("ROLLBACK TO SAVEPOINT point; RELEASE SAVEPOINT point")
      throw error
    }
  }

  /// Throws when an earlier fault lost the transaction.
  func checkSound() throws {
    if let lostThrough {
      throw SQLFault(.abandoned, engine: SQLiteEngine.nom, detail: lostThrough.description)
    }
  }

  /// The fault behind a result code of SQLite; the transaction is lost from here on.
  func fault(_ code: Int32) -> any Error {
    let extended = sqlite3_extended_errcode(pointer)
    let fault = sqliteFault(
      extended & 0xFF == code & 0xFF ? extended : code, String(cString: sqlite3_errmsg(pointer)))
    if let fault = fault as? SQLFault { lostThrough = fault }
    return fault
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
