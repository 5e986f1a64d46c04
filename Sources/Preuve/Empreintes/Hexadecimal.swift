/// Bytes written with the digits 0-9 and a-f.
enum Hexadecimal {
  static func texte(_ octets: some Sequence<UInt8>) -> String {
    var digits: [UInt8] = []
    digits.reserveCapacity(2 * octets.underestimatedCount)
    for octet in octets {
      digits.append(digit(octet >> 4))
      digits.append(digit(octet & 0xF))
    }
    return String(decoding: digits, as: UTF8.self)
  }

  /// nil unless the text is an even number of lower-case digits.
  static func octets(_ texte: String) -> [UInt8]? {
    let digits = Array(texte.utf8)
    guard digits.count.isMultiple(of: 2) else { return nil }
    var octets: [UInt8] = []
    octets.reserveCapacity(digits.count / 2)
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let high = value(digits[index]), let low = value(digits[index + 1]) else { return nil }
      octets.append(high << 4 | low)
    }
    return octets
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
