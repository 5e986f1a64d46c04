import CPostgreSQL
import SQLEngine

/// Rows sent in binary by COPY.
struct PostgreSQLCopy {
  private let session: PostgreSQLSession
  init(_ session: PostgreSQLSession) { self.session = session }

  private static let signature = Array("PGCOPY\n".utf8) + [0xFF, 0x0D, 0x0A, 0x00] + Array(repeating: 0, count: 8)
  private static let blockSize = 1 << 16

  func insert(_ rows: [[SQLValue]], into target: String) throws {
    try session.sent(PQsendQuery(session.pointer, "COPY \(target) FROM STDIN (FORMAT binary)"))
    try session.eachResult { _ in }
    var bytes = PostgreSQLCopy.signature
    for row in rows {
      append(row, to: &bytes)
      if bytes.count > PostgreSQLCopy.blockSize { try send(&bytes) }
    }
    bytes += [0xFF, 0xFF]
    try send(&bytes)
    try session.sent(PQputCopyEnd(session.pointer, nil))
    try session.eachResult { _ in }
  }

  private func send(_ bytes: inout [UInt8]) throws {
    let code = bytes.withUnsafeBytes {
      PQputCopyData(session.pointer, $0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32($0.count))
    }
    bytes.removeAll(keepingCapacity: true)
    try session.sent(code)
  }

  private func append(_ row: [SQLValue], to bytes: inout [UInt8]) {
    add(Int16(row.count), &bytes)
    for value in row {
      switch value {
      case .null: add(Int32(-1), &bytes)
      case .int(let value):
        add(Int32(8), &bytes)
        add(value, &bytes)
      case .bool(let value):
        add(Int32(1), &bytes)
        bytes.append(value ? 1 : 0)
      case .text(let value):
        add(Int32(value.utf8.count), &bytes)
        bytes.append(contentsOf: value.utf8)
      case .blob(let value):
        add(Int32(value.count), &bytes)
        bytes.append(contentsOf: value)
      }
    }
  }

  private func add<T: FixedWidthInteger>(_ value: T, _ bytes: inout [UInt8]) {
    withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
  }
}
