import CPostgreSQL
import SQLEngine

/// A parameter as libpq takes it: text for all but bytes.
enum PostgreSQLParameter {
  case null
  /// Ends with a zero byte.
  case text([UInt8])
  case bytes([UInt8])

  init(_ value: SQLValue) throws {
    switch value {
    case .null: self = .null
    case .int(let value): self = .text(Array("\(value)\0".utf8))
    case .bool(let value): self = .text(Array((value ? "t\0" : "f\0").utf8))
    case .blob(let value): self = .bytes(value)
    case .text(let value):
      guard !value.utf8.contains(0) else {
        throw SQLFault(.value, engine: PostgreSQLEngine.nom, detail: "texte contenant un caractère nul")
      }
      self = .text(Array(value.utf8) + [0])
    }
  }
}

extension [PostgreSQLParameter] {
  /// Calls `body` with the three arrays that libpq's functions want.
  func withArrays<T>(
    _ body: (Int32, UnsafePointer<UnsafePointer<CChar>?>, UnsafePointer<Int32>, UnsafePointer<Int32>) throws -> T
  ) rethrows -> T {
    var storage: [UInt8] = []
    var places: [Int?] = []
    var lengths: [Int32] = []
    var formats: [Int32] = []
    for parameter in self {
      switch parameter {
      case .null:
        places.append(nil)
        lengths.append(0)
        formats.append(0)
      case .text(let bytes), .bytes(let bytes):
        places.append(storage.count)
        storage += bytes
        // An empty value still needs an address.
        if bytes.isEmpty { storage.append(0) }
        lengths.append(Int32(bytes.count))
        if case .bytes = parameter { formats.append(1) } else { formats.append(0) }
      }
    }
    return try storage.withUnsafeBytes { memory in
      let base = memory.baseAddress?.assumingMemoryBound(to: CChar.self)
      let values = places.map { place in place.flatMap { offset in base.map { $0 + offset } } }
      return try values.withUnsafeBufferPointer { values in
        try lengths.withUnsafeBufferPointer { lengths in
          try formats.withUnsafeBufferPointer { formats in
            try withPointers(values, lengths, formats, body)
          }
        }
      }
    }
  }

  private func withPointers<T>(
    _ values: UnsafeBufferPointer<UnsafePointer<CChar>?>, _ lengths: UnsafeBufferPointer<Int32>,
    _ formats: UnsafeBufferPointer<Int32>,
    _ body: (Int32, UnsafePointer<UnsafePointer<CChar>?>, UnsafePointer<Int32>, UnsafePointer<Int32>) throws -> T
  ) rethrows -> T {
    var noValue: UnsafePointer<CChar>?
    var zero: Int32 = 0
    return try withUnsafePointer(to: &noValue) { noValue in
      try withUnsafePointer(to: &zero) { zero in
        try body(
          Int32(count), values.baseAddress ?? noValue, lengths.baseAddress ?? zero, formats.baseAddress ?? zero)
      }
    }
  }
}
