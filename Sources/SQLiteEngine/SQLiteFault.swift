import GRDB
import GRDBSQLite
import SQLEngine

/// Turns GRDB's errors into ours; any other error passes.
func translatingFaults<T>(_ body: () throws -> T) throws -> T {
  do { return try body() } catch let error as DatabaseError { throw translated(error) }
}

func translatingFaults<T>(_ body: () async throws -> T) async throws -> T {
  do { return try await body() } catch let error as DatabaseError { throw translated(error) }
}

private func translated(_ error: DatabaseError) -> any Error {
  // The message alone: the description would show bound values.
  sqliteFault(error.extendedResultCode.rawValue, error.message ?? "code \(error.resultCode.rawValue)")
}

/// The fault for an extended result code; an interrupted statement is a cancellation.
func sqliteFault(_ code: Int32, _ message: String) -> any Error {
  if code & 0xFF == SQLITE_INTERRUPT { return CancellationError() }
  return SQLFault(kind(code), engine: SQLiteEngine.nom, detail: message)
}

private func kind(_ code: Int32) -> SQLFault.Kind {
  switch code & 0xFF {
  case SQLITE_CONSTRAINT: .constraint(constraint(code))
  case SQLITE_BUSY, SQLITE_LOCKED: .busy
  case SQLITE_FULL: .diskFull
  case SQLITE_SCHEMA, SQLITE_ERROR: .schema
  case SQLITE_IOERR, SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM: .storage
  case SQLITE_RANGE, SQLITE_MISMATCH, SQLITE_TOOBIG: .value
  case SQLITE_MISUSE: .connectionLost
  default: .other
  }
}

/// Extended codes are macros that Swift does not import: `SQLITE_CONSTRAINT | n << 8`, see sqlite.org/rescode.html.
private func constraint(_ code: Int32) -> SQLFault.Constraint {
  switch code >> 8 {
  case 8, 6, 10: .unique  // UNIQUE, PRIMARYKEY, ROWID
  case 3: .foreignKey
  case 1: .check
  case 5: .notNull
  default: .other
  }
}
