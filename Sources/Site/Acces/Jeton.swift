import Crypto
import Foundation

/// A secret drawn by the system, 256 bits, and its fingerprint, the only thing that is kept of it.
public struct Jeton: Sendable {
  private let octets: [UInt8]
  /// SHA-256 of the 32 bytes.
  public let empreinte: [UInt8]

  static let byteCount = 32

  public init() {
    var generator = SystemRandomNumberGenerator()
    self.init(octets: (0..<Jeton.byteCount).map { _ in UInt8.random(in: 0...255, using: &generator) })
  }

  /// As it comes back; nil for what no draw could have given.
  public init?(texte: String) {
    guard texte.utf8.count == 43, let octets = Jeton.decoded(texte), octets.count == Jeton.byteCount else { return nil }
    self.init(octets: octets)
  }

  private init(octets: [UInt8]) {
    self.octets = octets
    empreinte = Array(SHA256.hash(data: octets))
  }

  /// 43 characters of base64url: what the person holds.
  public var texte: String { Jeton.encoded(octets) }

  /// What the forms of this session carry: useless to find the secret, and to any other session.
  public var deFormulaire: String { Jeton.encoded(Array(SHA256.hash(data: octets + Array("formulaires".utf8)))) }

  /// base64url without its padding (RFC 4648, §5).
  private static func encoded(_ octets: [UInt8]) -> String {
    let plain = Data(octets).base64EncodedData()
    return String(decoding: plain.compactMap { $0 == UInt8(ascii: "=") ? nil : swapped($0) }, as: UTF8.self)
  }

  private static func decoded(_ texte: String) -> [UInt8]? {
    Data(base64Encoded: Data(texte.utf8.map(swapped)) + [UInt8(ascii: "=")]).map { Array($0) }
  }

  /// The two characters that are not the same in base64 and base64url.
  private static func swapped(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "+"): UInt8(ascii: "-")
    case UInt8(ascii: "-"): UInt8(ascii: "+")
    case UInt8(ascii: "/"): UInt8(ascii: "_")
    case UInt8(ascii: "_"): UInt8(ascii: "/")
    default: byte
    }
  }
}

// Never the secret.
extension Jeton: CustomStringConvertible {
  public var description: String { "Jeton" }
}
