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

  private static let powers: [Int32] = [10_000, 1000, 100, 10, 1]

  /// Every code one fault away from what was typed: a digit changed or two neighbours swapped in five,
  /// one lost in four, one too many in six. Never the typed code itself; some may come twice.
  static func oneFault(from typed: [UInt8]) -> [Int32] {
    switch typed.count {
    case 4: inserted(typed)
    case 5: changed(typed)
    case 6: (0..<6).compactMap { place in number(typed[..<place] + typed[(place + 1)...], count: 5) }
    default: []
    }
  }

  private static func changed(_ typed: [UInt8]) -> [Int32] {
    guard let code = number(typed, count: 5) else { return [] }
    var codes: [Int32] = []
    codes.reserveCapacity(49)
    for place in 0..<5 {
      let own = Int32(typed[place] - 0x30)
      for digit in 0...9 as ClosedRange<Int32> where digit != own {
        codes.append(code + (digit - own) * powers[place])
      }
      guard place < 4, typed[place] != typed[place + 1] else { continue }
      let next = Int32(typed[place + 1] - 0x30)
      codes.append(code + (next - own) * (powers[place] - powers[place + 1]))
    }
    return codes
  }

  private static func inserted(_ typed: [UInt8]) -> [Int32] {
    (0...4).flatMap { place -> [Int32] in
      guard let rest = number(typed[..<place] + [0x30] + typed[place...], count: 5) else { return [] }
      return (0...9 as ClosedRange<Int32>).map { rest + $0 * powers[place] }
    }
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
