import GRDBSQLite
import SQLEngine

/// SQLITE_TRANSIENT, a macro that Swift does not import: SQLite copies the bytes before the call returns.
private let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

extension SQLiteStatement {
  func bindNull(at position: Int) {
    guard let index = index(of: position) else { return }
    sqlite3_bind_null(pointer, index)
  }

  func bind(_ value: Int64?, at position: Int) {
    guard let value else { return bindNull(at: position) }
    guard let index = index(of: position) else { return }
    sqlite3_bind_int64(pointer, index, value)
  }

  func bind(_ value: Bool?, at position: Int) {
    bind(value.map { $0 ? Int64(1) : 0 }, at: position)
  }

  func bind(_ value: String?, at position: Int) {
    guard var value else { return bindNull(at: position) }
    guard let index = index(of: position) else { return }
    let code = value.withUTF8 { bytes -> Int32 in
      guard let start = bytes.baseAddress, !bytes.isEmpty else {
        return sqlite3_bind_text(pointer, index, "", 0, transient)
      }
      if bytes.contains(0) { return SQLITE_MISMATCH }
      return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
        sqlite3_bind_text64(
          pointer, index, $0, UInt64(bytes.count), transient, UInt8(SQLITE_UTF8))
      }
    }
    if code != SQLITE_OK { refuse("texte trop long ou contenant un caractère nul", position) }
  }

  func bind(_ value: [UInt8]?, at position: Int) {
    guard let value else { return bindNull(at: position) }
    value.withUnsafeBytes { bind($0, at: position) }
  }

  func bind(_ bytes: UnsafeRawBufferPointer, at position: Int) {
    guard let index = index(of: position) else { return }
    let code =
      bytes.isEmpty
      ? sqlite3_bind_zeroblob(pointer, index, 0)
      : sqlite3_bind_blob64(pointer, index, bytes.baseAddress, UInt64(bytes.count), transient)
    if code != SQLITE_OK {
      refuse("octets trop nombreux", position)
    }
  }

  private func index(of position: Int) -> Int32? {
    if position >= 1, position <= indexes.count { return indexes[position - 1] }
    refuse("la requête n'a que \(indexes.count) paramètre(s)", position)
    return nil
  }

  private func refuse(_ reason: String, _ position: Int) {
    pending = SQLFault(.value, engine: SQLiteEngine.nom, detail: "paramètre $\(position) : \(reason)")
  }
}
