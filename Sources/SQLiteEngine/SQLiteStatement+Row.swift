import GRDBSQLite
import SQLEngine

extension SQLiteStatement {
  func isNull(_ column: Int) -> Bool { sqlite3_value_type(value(column)) == SQLITE_NULL }

  func int(_ column: Int) -> Int64 {
    let value = value(column)
    return expect(SQLITE_INTEGER, column, value) ? sqlite3_value_int64(value) : 0
  }

  func bool(_ column: Int) -> Bool { int(column) != 0 }

  func text(_ column: Int) -> String { text(column, value(column)) }

  func optText(_ column: Int) -> String? {
    let value = value(column)
    return sqlite3_value_type(value) == SQLITE_NULL ? nil : text(column, value)
  }

  private func text(_ column: Int, _ value: OpaquePointer?) -> String {
    guard expect(SQLITE_TEXT, column, value), let start = sqlite3_value_text(value) else { return "" }
    let count = Int(sqlite3_value_bytes(value))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  func blob(_ column: Int) -> [UInt8] { withBlob(column) { [UInt8]($0) } }

  func withBlob<T>(_ column: Int, _ body: (UnsafeRawBufferPointer) throws -> T) rethrows -> T {
    let value = value(column)
    guard expect(SQLITE_BLOB, column, value), let start = sqlite3_value_blob(value) else {
      return try body(UnsafeRawBufferPointer(start: nil, count: 0))
    }
    return try body(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_value_bytes(value))))
  }

  /// What SQLite calls unprotected: looked at by the one thread that has the connection.
  private func value(_ column: Int) -> OpaquePointer? { sqlite3_column_value(pointer, Int32(column)) }

  private func expect(_ expected: Int32, _ column: Int, _ value: OpaquePointer?) -> Bool {
    let found = sqlite3_value_type(value)
    if found == expected { return true }
    let name = sqlite3_column_name(pointer, Int32(column)).map { String(cString: $0) } ?? "\(column)"
    pending = SQLFault(
      .value, engine: SQLiteEngine.nom,
      detail: "colonne \(name) : \(texte(expected)) attendu, \(texte(found)) trouvé")
    return false
  }
}

private func texte(_ type: Int32) -> String {
  switch type {
  case SQLITE_INTEGER: "entier"
  case SQLITE_TEXT: "texte"
  case SQLITE_BLOB: "octets"
  case SQLITE_NULL: "NULL"
  default: "nombre décimal"
  }
}
