/// Postal codes as numbers, and the faults a hand makes when typing one.
enum Chiffres {
  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// The number that exactly `count` digits write, nil for anything else.
  static func number(_ bytes: some Collection<UInt8>, count: Int) -> Int32? {
    guard bytes.count == count else { return nil }
    var number: Int32 = 0
    for byte in bytes {
      guard isDigit(byte) else { return nil }
      number = number * 10 + Int32(byte - 0x30)
    }
    return number
  }

  /// The five digits of a code.
  static func digits(_ code: Int32) -> [UInt8] {
    var rest = code
    var digits = [UInt8](repeating: 0x30, count: 5)
    for index in stride(from: 4, through: 0, by: -1) {
      digits[index] = UInt8(rest % 10) + 0x30
      rest /= 10
    }
    return digits
  }

  /// Every code one fault away from what was typed: a digit changed or two neighbours swapped in five,
  /// one lost in four, one too many in six. Without repetition; never the typed code itself.
  static func oneFault(from typed: [UInt8]) -> [Int32] {
    switch typed.count {
    case 4: inserted(typed)
    case 5: changed(typed)
    case 6: removed(typed)
    default: []
    }
  }

  private static func changed(_ typed: [UInt8]) -> [Int32] {
    var codes: [Int32] = []
    for index in 0..<5 {
      var digits = typed
      for digit in 0x30...0x39 as ClosedRange<UInt8> where digit != typed[index] {
        digits[index] = digit
        append(digits, to: &codes)
      }
      guard index < 4, typed[index] != typed[index + 1] else { continue }
      digits = typed
      digits.swapAt(index, index + 1)
      append(digits, to: &codes)
    }
    return codes
  }

  private static func inserted(_ typed: [UInt8]) -> [Int32] {
    var codes: [Int32] = []
    for index in 0...4 {
      for digit in 0x30...0x39 as ClosedRange<UInt8> {
        var digits = typed
        digits.insert(digit, at: index)
        append(digits, to: &codes)
      }
    }
    return codes
  }

  private static func removed(_ typed: [UInt8]) -> [Int32] {
    var codes: [Int32] = []
    for index in 0..<6 {
      var digits = typed
      digits.remove(at: index)
      append(digits, to: &codes)
    }
    return codes
  }

  private static func append(_ digits: [UInt8], to codes: inout [Int32]) {
    if let code = number(digits, count: 5), !codes.contains(code) { codes.append(code) }
  }

  /// Whether `code` is one fault away from what was typed; the cheap way to ask it of one code.
  static func isOneFault(_ code: Int32, from typed: [UInt8]) -> Bool {
    let digits = digits(code)
    switch typed.count {
    case 5: return isChanged(typed, digits)
    case 4: return isRemoved(from: digits, giving: typed)
    case 6: return isRemoved(from: typed, giving: digits)
    default: return false
    }
  }

  private static func isChanged(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    let different = (0..<5).filter { left[$0] != right[$0] }
    if different.count == 2, different[1] == different[0] + 1 {
      return left[different[0]] == right[different[1]] && left[different[1]] == right[different[0]]
    }
    return different.count == 1
  }

  private static func isRemoved(from long: [UInt8], giving short: [UInt8]) -> Bool {
    var index = 0
    while index < short.count, long[index] == short[index] { index += 1 }
    return long[(index + 1)...].elementsEqual(short[index...])
  }
}
