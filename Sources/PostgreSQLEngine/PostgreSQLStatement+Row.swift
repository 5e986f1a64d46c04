import CPostgreSQL
import SQLEngine

/// Columns as the server sends them in binary, by the numbers that its types have (pg_type.dat).
extension PostgreSQLStatement {
  func isNull(_ column: Int) -> Bool { PQgetisnull(rows, rank, Int32(column)) == 1 }

  func int(_ column: Int) -> Int64 {
    guard let bytes = value(column, [20, 23, 21, 1700], "entier") else { return 0 }
    return PQftype(rows, Int32(column)) == 1700 ? numeric(bytes) : bytes.integer
  }

  func bool(_ column: Int) -> Bool { value(column, [16], "booléen")?.first == 1 }

  func text(_ column: Int) -> String {
    value(column, [25, 1043, 1042, 19, 705], "texte").map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  func optText(_ column: Int) -> String? { isNull(column) ? nil : text(column) }

  func blob(_ column: Int) -> [UInt8] { withBlob(column) { [UInt8]($0) } }

  func withBlob<T>(_ column: Int, _ body: (UnsafeRawBufferPointer) throws -> T) rethrows -> T {
    try body(value(column, [17], "octets").map { UnsafeRawBufferPointer($0) } ?? .init(start: nil, count: 0))
  }

  /// The bytes of a column of one of those types; nil, and a fault to come, otherwise.
  private func value(_ column: Int, _ types: [Oid], _ expected: String) -> UnsafeBufferPointer<UInt8>? {
    let index = Int32(column)
    guard types.contains(PQftype(rows, index)), !isNull(column), let start = PQgetvalue(rows, rank, index) else {
      let name = PQfname(rows, index).map { String(cString: $0) } ?? "\(column)"
      refuse("colonne \(name) : \(expected) attendu, \(isNull(column) ? "NULL" : "autre type") trouvé")
      return nil
    }
    return UnsafeBufferPointer(
      start: UnsafeRawPointer(start).assumingMemoryBound(to: UInt8.self), count: Int(PQgetlength(rows, rank, index)))
  }

  /// A sum of integers: digits in base 10 000 after their count, the weight of the first, the sign and a scale
  /// (`numeric_send`). Anything that is no integer of 64 bits is a fault.
  private func numeric(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64 {
    let words = stride(from: 0, to: bytes.count - 1, by: 2).map { Int64(bytes[$0]) << 8 | Int64(bytes[$0 + 1]) }
    guard words.count >= 4, words[2] == 0 || words[2] == 0x4000, words[3] == 0 else {
      refuse("nombre entier attendu, autre nombre trouvé")
      return 0
    }
    let weight = Int(Int16(truncatingIfNeeded: words[1]))
    var sum: Int64 = 0
    for place in 0...max(weight, 0) where weight >= 0 {
      let digit = words.indices.contains(place + 4) ? words[place + 4] : 0
      let (product, isTooBig) = sum.multipliedReportingOverflow(by: 10_000)
      guard !isTooBig, product <= Int64.max - digit else {
        refuse("nombre de plus de 64 bits")
        return 0
      }
      sum = product + digit
    }
    return words[2] == 0 ? sum : -sum
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Big-endian, signed, of up to eight bytes.
  fileprivate var integer: Int64 {
    guard let first else { return 0 }
    return dropFirst().reduce(Int64(Int8(bitPattern: first))) { $0 << 8 | Int64($1) }
  }
}
