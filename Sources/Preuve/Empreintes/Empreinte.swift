import Crypto

/// A SHA-256: of an event, of a node of the tree, of a seal. Thirty-two bytes, written in lower-case hexadecimal.
public struct Empreinte: Hashable, Sendable {
  // Four words rather than an array: a journal of millions keeps them without allocating.
  private let words: (UInt64, UInt64, UInt64, UInt64)

  /// Thirty-two bytes; nil for any other number.
  public init?(_ octets: [UInt8]) {
    guard octets.count == Empreinte.byteCount else { return nil }
    self = octets.withUnsafeBytes { Empreinte($0) }
  }

  /// Sixty-four hexadecimal digits, lower case; nil otherwise.
  public init?(hexadecimal: String) {
    guard let octets = Hexadecimal.octets(hexadecimal) else { return nil }
    self.init(octets)
  }

  /// The SHA-256 of these bytes.
  public init(of bytes: UnsafeRawBufferPointer) {
    var function = SHA256()
    function.update(bufferPointer: bytes)
    self = function.finalize().withUnsafeBytes { Empreinte($0) }
  }

  /// The SHA-256 of these bytes.
  public init(of bytes: [UInt8]) {
    self = bytes.withUnsafeBytes { Empreinte(of: $0) }
  }

  private init(_ bytes: UnsafeRawBufferPointer) {
    func word(_ index: Int) -> UInt64 {
      UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
    }
    words = (word(0), word(1), word(2), word(3))
  }

  public static let byteCount = 32
  /// What precedes the first of a chain.
  public static let nulle = Empreinte(words: (0, 0, 0, 0))

  private init(words: (UInt64, UInt64, UInt64, UInt64)) { self.words = words }

  public var octets: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Empreinte.byteCount)
    append(to: &bytes)
    return bytes
  }

  public var hexadecimal: String { Hexadecimal.texte(octets) }

  func append(to bytes: inout [UInt8]) {
    for word in [words.0, words.1, words.2, words.3] {
      withUnsafeBytes(of: word.bigEndian) { bytes.append(contentsOf: $0) }
    }
  }

  public static func == (left: Empreinte, right: Empreinte) -> Bool { left.words == right.words }
  public func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
}

extension Empreinte: CustomStringConvertible {
  public var description: String { hexadecimal }
}

extension Empreinte: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let value = Empreinte(hexadecimal: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "64 chiffres hexadécimaux attendus")
    }
    self = value
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(hexadecimal)
  }
}
