/// The bytes that the format gives a meaning to.
enum Octet {
  static let blanc: UInt8 = 0x20
  static let zero: UInt8 = 0x30
  static let lf: UInt8 = 0x0A
  static let cr: UInt8 = 0x0D
}

/// Bytes of a record, valid only while the buffer behind them is; never kept.
typealias Octets = UnsafePointer<UInt8>

extension UnsafePointer<UInt8> {
  @inline(__always)
  func load8(_ offset: Int) -> UInt64 {
    UnsafeRawPointer(self + offset).loadUnaligned(as: UInt64.self)
  }

  @inline(__always)
  func load4(_ offset: Int) -> UInt32 {
    UnsafeRawPointer(self + offset).loadUnaligned(as: UInt32.self)
  }

  /// Are these bytes all blanks?
  @inline(__always)
  func isBlank(_ count: Int) -> Bool {
    guard count > 0, self[0] == Octet.blanc else { return count == 0 }
    return isBlankToTheEnd(count)
  }

  @inline(never)
  private func isBlankToTheEnd(_ count: Int) -> Bool {
    var offset = 0
    while offset + 8 <= count {
      if load8(offset) != 0x2020_2020_2020_2020 { return false }
      offset += 8
    }
    while offset < count {
      if self[offset] != Octet.blanc { return false }
      offset += 1
    }
    return true
  }

  /// The count without the blanks of the right.
  @inline(__always)
  func trimmedCount(_ count: Int) -> Int {
    var end = count
    while end >= 8, load8(end - 8) == 0x2020_2020_2020_2020 { end -= 8 }
    while end > 0, self[end - 1] == Octet.blanc { end -= 1 }
    return end
  }

  /// How many blanks stand on the left.
  @inline(__always)
  func leadingBlanks(_ count: Int) -> Int {
    var start = 0
    while start < count, self[start] == Octet.blanc { start += 1 }
    return start
  }

  /// Does a control byte (00–1F, 7F–9F) stand among these bytes? (103)
  @inline(__always)
  func hasControl(_ count: Int) -> Bool {
    let raw = UnsafeRawPointer(self)
    let bits = SIMD16<UInt8>(repeating: 0x60)
    let none = SIMD16<UInt8>(repeating: 0)
    let delete = SIMD16<UInt8>(repeating: 0x7F)
    var found = SIMDMask<SIMD16<Int8>>(repeating: false)
    var offset = 0
    while offset + 16 <= count {
      let bytes = raw.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
      found = found .| ((bytes & bits) .== none) .| (bytes .== delete)
      offset += 16
    }
    if any(found) { return true }
    while offset < count {
      if self[offset].isControl { return true }
      offset += 1
    }
    return false
  }
}

extension UInt8 {
  @inline(__always)
  var isControl: Bool { self & 0x60 == 0 || self == 0x7F }
  @inline(__always)
  var isDecimal: Bool { self &- 0x30 < 10 }
}

/// At most eight bytes as one number, blanks on the right: the key of a closed list.
@inline(__always)
func listKey(_ bytes: Octets, _ count: Int) -> UInt64 {
  guard count <= 8 else { return longListKey(bytes, count) }
  var key: UInt64 = 0
  for offset in 0..<count { key = key << 8 | UInt64(bytes[offset]) }
  return key
}

/// Longer codes are hashed (FNV-1a): two codes of one list that would collide are refused with the table.
@inline(never)
private func longListKey(_ bytes: Octets, _ count: Int) -> UInt64 {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for offset in 0..<count { hash = (hash ^ UInt64(bytes[offset])) &* 0x100_0000_01B3 }
  return hash
}
