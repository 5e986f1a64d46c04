/// A text of the protocol (kind C): its octets as they came, and how they compare and read.
///
/// The character set is not fixed: octets are kept, read as UTF-8 or else as Latin-1. Trailing blanks do not count in a
/// comparison, and a text of blanks is none (§4.7.2).
public struct Text: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// As received, or as it will be sent.
  public let bytes: [UInt8]

  /// A text from its octets.
  public init(bytes: [UInt8]) { self.bytes = bytes }

  /// A text from a string, in UTF-8.
  public init(_ string: String) { self.bytes = Array(string.utf8) }

  /// A text from a literal, in UTF-8.
  public init(stringLiteral value: String) { self.init(value) }

  /// The octets without their trailing blanks.
  public var significant: ArraySlice<UInt8> { bytes[..<(bytes.lastIndex { $0 != 0x20 }.map { $0 + 1 } ?? 0)] }

  /// Nothing but blanks.
  public var isBlank: Bool { significant.isEmpty }

  /// For people: UTF-8 if it is, else Latin-1; without trailing blanks.
  public var description: String {
    String(validating: significant, as: UTF8.self)
      ?? String(String.UnicodeScalarView(significant.map { Unicode.Scalar($0) }))
  }

  /// Equal but for trailing blanks.
  public static func == (left: Text, right: Text) -> Bool { left.significant == right.significant }

  /// Hashes what `==` compares.
  public func hash(into hasher: inout Hasher) { hasher.combine(significant) }
}
