import Convention

// Numbers, dates and instants as they stand on the file: digits only, no text made, no allocation.

extension UnsafePointer<UInt8> {
  /// Are these bytes all decimal digits?
  @inline(__always)
  func areDigits(_ count: Int) -> Bool {
    if count >= 8 {
      var offset = 0
      while offset + 8 <= count {
        guard areEightDigits(load8(offset)) else { return false }
        offset += 8
      }
      return areEightDigits(load8(count - 8))
    }
    for offset in 0..<count where !self[offset].isDecimal { return false }
    return count > 0
  }

  /// The value of decimal digits already known as such; nil beyond eighteen significant ones.
  @inline(__always)
  func valueOfDigits(_ count: Int) -> Int64? {
    if count == 8 { return Int64(valueOfEightDigits(load8(0))) }
    if count == 12 {
      return Int64(valueOfEightDigits(load8(0))) &* 10000 &+ Int64(value4(8))
    }
    return valueOfAnyDigits(count)
  }

  @inline(__always)
  private func valueOfAnyDigits(_ count: Int) -> Int64? {
    var value: Int64 = 0
    for offset in 0..<count {
      if value > 99_999_999_999_999_999 { return nil }
      value = value &* 10 &+ Int64(self[offset] &- Octet.zero)
    }
    return value
  }

  @inline(__always)
  func value2(_ offset: Int) -> Int {
    Int(self[offset] &- Octet.zero) &* 10 &+ Int(self[offset + 1] &- Octet.zero)
  }

  @inline(__always)
  func value4(_ offset: Int) -> Int { value2(offset) &* 100 &+ value2(offset + 2) }

  /// An integer or an amount; nil unless digits fill the whole width.
  @inline(__always)
  func entier(_ count: Int) -> Int64? {
    areDigits(count) ? valueOfDigits(count) : nil
  }

  /// A day `AAAAMMJJ` from 1900 to 2099; nil if it does not exist.
  @inline(__always)
  func isDate() -> Bool {
    let word = load8(0)
    guard areEightDigits(word) else { return false }
    let value = Int(valueOfEightDigits(word))
    let (year, month, day) = (value / 10000, value / 100 % 100, value % 100)
    guard year >= 1900, year <= 2099, month >= 1, month <= 12, day >= 1 else { return false }
    return day <= 28 || day <= dayCount(year, month)
  }

  func jour() -> Jour? {
    guard isDate() else { return nil }
    return Jour(annee: value4(0), mois: value2(4), jour: value2(6))
  }

  /// `AAAAMMJJhhmmss±hhmm`, the offset below twenty-four hours.
  func isHorodatage() -> Bool {
    guard isDate(), (self + 8).areDigits(6), (self + 15).areDigits(4) else { return false }
    guard self[14] == UInt8(ascii: "+") || self[14] == UInt8(ascii: "-") else { return false }
    return value2(8) < 24 && value2(10) < 60 && value2(12) < 60 && value2(15) < 24 && value2(17) < 60
  }

  func horodatage() -> Horodatage? {
    guard isHorodatage(), let day = jour() else { return nil }
    let offset = (value2(15) * 60 + value2(17)) * (self[14] == UInt8(ascii: "-") ? -1 : 1)
    let second = Int64(value2(8) * 3600 + value2(10) * 60 + value2(12))
    let local = Int64(day.rank) * 86_400 + second
    return Horodatage(
      instant: Instant(milliseconds: (local - Int64(offset) * 60) * 1000), jour: day,
      decalageMinutes: offset)
  }
}

/// An instant read on a file, with the civil day that its issuer wrote.
public struct Horodatage: Hashable, Sendable {
  public let instant: Instant
  /// The day written, in the legal time of the place of issue.
  public let jour: Jour
  /// Minutes ahead of UTC.
  public let decalageMinutes: Int
}

@inline(__always)
private func areEightDigits(_ word: UInt64) -> Bool {
  (word & 0xF0F0_F0F0_F0F0_F0F0) == 0x3030_3030_3030_3030
    && ((word &+ 0x0606_0606_0606_0606) & 0xF0F0_F0F0_F0F0_F0F0) == 0x3030_3030_3030_3030
}

/// Eight digits at once, the first in the low byte: pairs, then fours, then all eight.
@inline(__always)
private func valueOfEightDigits(_ word: UInt64) -> UInt64 {
  var value = UInt64(littleEndian: word) & 0x0F0F_0F0F_0F0F_0F0F
  value = (value &* 2561) >> 8
  value = ((value & 0x00FF_00FF_00FF_00FF) &* 6_553_601) >> 16
  return ((value & 0x0000_FFFF_0000_FFFF) &* 42_949_672_960_001) >> 32
}

private func dayCount(_ year: Int, _ month: Int) -> Int {
  switch month {
  case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
  case 4, 6, 9, 11: 30
  default: 31
  }
}
