/// SHA-256, given by the caller: this module knows no cryptography.
public protocol Hacheur {
  mutating func update(_ octets: UnsafeRawBufferPointer)
  /// The 32 bytes of the digest.
  mutating func finalize() -> [UInt8]
}
