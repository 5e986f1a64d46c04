/// Decimal numbers as text, without passing through floating point.
enum NombreExact {
  /// Digits that a spreadsheet keeps: beyond them, what a file shows is the noise of its binary numbers
  /// (64.1 is often written 64.099999999999994).
  private static let significantDigits = 15
  /// Powers of ten beyond this are no amount, number or date.
  private static let largestExponent = 40

  /// The exact decimal of a number written by a spreadsheet (`12`, `-3.5`, `1.2E+3`), rounded to fifteen significant
  /// digits; nil if it is no number or an absurd one.
  static func read(_ text: String) -> String? {
    let parts = text.uppercased().split(separator: "E", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let mantissa = Mantissa(parts[0]) else { return nil }
    var exponent = -mantissa.decimals
    if parts.count == 2 {
      guard let power = Int(parts[1]), abs(power) <= 400 else { return nil }
      exponent += power
    }
    return plain(mantissa, exponent: exponent)
  }

  private struct Mantissa {
    let negative: Bool
    /// Digits without leading zeros.
    var digits: [UInt8]
    let decimals: Int

    init?(_ text: Substring) {
      negative = text.first == "-"
      let bare = text.utf8.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
      guard text.utf8.count - bare.count <= 1 else { return nil }
      let halves = bare.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      let all = halves.joined()
      guard halves.count <= 2, !all.isEmpty, all.allSatisfy({ (0x30...0x39).contains($0) }) else {
        return nil
      }
      decimals = halves.count == 2 ? halves[1].count : 0
      digits = all.drop { $0 == 0x30 }.map { $0 - 0x30 }
    }
  }

  private static func plain(_ mantissa: Mantissa, exponent: Int) -> String? {
    var (digits, exponent) = rounded(mantissa.digits, exponent)
    while digits.last == 0 {
      digits.removeLast()
      exponent += 1
    }
    guard !digits.isEmpty else { return "0" }
    guard abs(exponent) <= largestExponent else { return nil }
    return (mantissa.negative ? "-" : "") + layout(digits, exponent)
  }

  /// Half up, on decimal digits.
  private static func rounded(_ digits: [UInt8], _ exponent: Int) -> ([UInt8], Int) {
    guard digits.count > significantDigits else { return (digits, exponent) }
    var kept = Array(digits.prefix(significantDigits))
    let exponent = exponent + digits.count - significantDigits
    guard digits[significantDigits] >= 5 else { return (kept, exponent) }
    guard let place = kept.lastIndex(where: { $0 < 9 }) else { return ([1], exponent + significantDigits) }
    kept[place] += 1
    for index in kept.indices where index > place { kept[index] = 0 }
    return (kept, exponent)
  }

  private static func layout(_ digits: [UInt8], _ exponent: Int) -> String {
    var text = digits.map(String.init).joined()
    guard exponent < 0 else { return text + String(repeating: "0", count: exponent) }
    let missing = max(0, 1 - exponent - digits.count)
    text = String(repeating: "0", count: missing) + text
    let point = text.index(text.endIndex, offsetBy: exponent)
    return text[..<point] + "." + text[point...]
  }
}
