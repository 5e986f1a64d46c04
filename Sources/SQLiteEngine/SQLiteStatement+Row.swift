import GRDBSQLite
import SQLEngine

extension SQLiteStatement {
  func isNull(_ column: Int) -> Bool { type(column) == SQLITE_NULL }

  func int(_ column: Int) -> Int64 {
    expect(SQLITE_INTEGER, column, type(column)) ? sqlite3_column_int64(pointer, Int32(column)) : 0
  }

  func bool(_ column: Int) -> Bool { int(column) != 0 }

  func text(_ column: Int) -> String { text(column, type(column)) }

  func optText(_ column: Int) -> String? {
    let found = type(column)
    return found == SQLITE_NULL ? nil : text(column, found)
  }

  private func text(_ column: Int, _ found: Int32) -> String {
    guard expect(SQLITE_TEXT, column, found), let start = sqlite3_column_text(pointer, Int32(column)) else { return "" }
    let count = Int(sqlite3_column_bytes(pointer, Int32(column)))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  func blob(_ column: Int) -> [UInt8] { withBlob(column) { [UInt8]($0) } }

  func withBlob<T>(_ column: Int, _ body: (UnsafeRawBufferPointer) throws -> T) rethrows -> T {
    guard expect(SQLITE_BLOB, column, type(column)), let start = sqlite3_column_blob(pointer, Int32(column)) else {
      return try body(UnsafeRawBufferPointer(start: nil, count: 0))
    }
    let count = Int(sqlite3_column_bytes(pointer, Int32(column)))
    return try body(UnsafeRawBufferPointer(start: start, count: count))
  }

  private func type(_ column: Int) -> Int32 { sqlite3_column_type(pointer, Int32(column)) }

  private func expect(_ expected: Int32, _ column: Int, _ found: Int32) -> Bool {
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
