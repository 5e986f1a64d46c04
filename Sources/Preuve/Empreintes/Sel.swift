import Crypto

/// What makes the fingerprint of an event impossible to guess once its bytes are gone. Sixteen bytes.
public struct Sel: Hashable, Sendable {
  public static let byteCount = 16
  public let octets: [UInt8]

  /// Sixteen bytes; nil for any other number.
  public init?(_ octets: [UInt8]) {
    guard octets.count == Sel.byteCount else { return nil }
    self.octets = octets
  }

  /// The salt of an event: the same inputs and clock rebuild the same journal, yet nobody without the secret foresees it.
  public init(secret: Secret, position: Int64, octets: [UInt8]) {
    var message = Preimage("centre-serveur/sel/1")
    message.add(position)
    message.add(Empreinte(of: octets))
    self.octets = Array(secret.authenticate(message.bytes).prefix(Sel.byteCount))
  }
}

extension Sel: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let value = Hexadecimal.octets(try container.decode(String.self)).flatMap(Sel.init) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "32 chiffres hexadécimaux attendus")
    }
    self = value
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(Hexadecimal.texte(octets))
  }
}

/// The secret of a base, from which salts come. Never exported.
///
/// Whoever holds the secret can compute the salt of bytes he guesses, hence check a guess about a purged event: a purge
/// replaces the secret by ``suivant`` in its own transaction, and forgets it.
public struct Secret: Sendable {
  /// Thirty-two bytes of a good generator.
  public let octets: [UInt8]

  public init(_ octets: [UInt8]) { self.octets = octets }

  /// The secret that replaces this one; this one cannot be found from it.
  public var suivant: Secret {
    var message = Preimage("centre-serveur/secret/1")
    message.add(octets)
    return Secret(message.empreinte.octets)
  }

  fileprivate func authenticate(_ message: [UInt8]) -> [UInt8] {
    Array(HMAC<SHA256>.authenticationCode(for: message, using: SymmetricKey(data: octets)))
  }
}

extension Empreinte {
  /// The fingerprint of an event: its place, its salt and its canonical bytes.
  public init(position: Int64, dossier: Int64, sel: Sel, octets: [UInt8]) {
    var preimage = Preimage("centre-serveur/evenement/1")
    preimage.add(position)
    preimage.add(dossier)
    preimage.add(sel.octets)
    preimage.add(octets)
    self = preimage.empreinte
  }
}

// Never what it holds: a log that describes a value may be read by anyone.
extension Secret: CustomStringConvertible {
  public var description: String { "Secret" }
}
