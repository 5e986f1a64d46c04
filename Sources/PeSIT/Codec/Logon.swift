import NIOCore

/// The pre-connection: 24 octets in EBCDIC before CONNECT, answered by ACK0 or NAK0 (§3.8.2).
///
/// It is no authentication: that is CONNECT's. On TCP it may be left out; the server looks at the first octets.
public struct Logon: Hashable, Sendable {
  /// Octets of the request.
  public static let length = 24
  /// Octets of the answer.
  public static let answerLength = 4
  /// EBCDIC « PESIT ».
  static let mark: [UInt8] = [0xD7, 0xC5, 0xE2, 0xC9, 0xE3]
  static let accepted: [UInt8] = [0xC1, 0xC3, 0xD2, 0xF0]
  static let refused: [UInt8] = [0xD5, 0xC1, 0xD2, 0xF0]

  /// Who calls; at most eight octets.
  public let requester: String
  /// Empty when there is none; at most eight octets.
  public let password: String

  /// Who calls, and the password of before the connection.
  public init(requester: String, password: String) {
    self.requester = requester
    self.password = password
  }

  /// The 24 octets.
  public var encoded: ByteBuffer {
    ByteBuffer(bytes: Self.field("PESIT") + Self.field(requester) + Self.field(password))
  }

  private static func field(_ text: String) -> [UInt8] {
    let latin1 = text.unicodeScalars.prefix(8).map { UInt8(exactly: $0.value) ?? 0x3F }
    return latin1.map { EBCDIC.fromLatin1[Int($0)] } + Array(repeating: 0x40, count: 8 - latin1.count)
  }

  /// From 24 octets that begin with the mark; nil otherwise.
  public init?(decoding entity: ByteBuffer) {
    let bytes = Array(entity.readableBytesView)
    guard bytes.count == Self.length, bytes.starts(with: Self.mark) else { return nil }
    requester = Self.text(bytes[8..<16])
    password = Self.text(bytes[16..<24])
  }

  private static func text(_ field: ArraySlice<UInt8>) -> String {
    Text(bytes: field.map { EBCDIC.toLatin1[Int($0)] }).description
  }
}
