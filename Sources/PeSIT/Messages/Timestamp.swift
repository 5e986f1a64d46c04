/// A date of the protocol (kind D): twelve digits, YYMMDDhhmmss, in the emitter's own time.
public struct Timestamp: Hashable, Sendable, CustomStringConvertible {
  /// The twelve digits.
  public let bytes: [UInt8]

  /// Twelve ASCII digits; nil otherwise. Their calendar is not checked: a peer's clock is its own.
  public init?(bytes: [UInt8]) {
    guard bytes.count == 12, bytes.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    self.bytes = bytes
  }

  /// A date from its parts; the century is dropped.
  public init(year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int) {
    bytes = [year % 100, month, day, hour, minute, second].flatMap(Self.digits)
  }

  private static func digits(_ value: Int) -> [UInt8] {
    [UInt8(0x30 + value / 10 % 10), UInt8(0x30 + value % 10)]
  }

  /// Two digits each: year, month, day, hour, minute, second.
  public var parts: [Int] {
    stride(from: 0, to: 12, by: 2).map { Int(bytes[$0] - 0x30) * 10 + Int(bytes[$0 + 1] - 0x30) }
  }

  /// 1970…2069: the standard does not say the century, 70 to 99 belong to the last one.
  public var year: Int { parts[0] >= 70 ? 1900 + parts[0] : 2000 + parts[0] }

  /// The digits as they travel.
  public var description: String { String(decoding: bytes, as: UTF8.self) }
}
