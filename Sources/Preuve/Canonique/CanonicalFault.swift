/// Why a value has no canonical bytes, or bytes are not canonical or not those of the expected type.
///
/// The message locates the place and never shows a value: events hold personal data.
public struct CanonicalFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, in French.
  public let reason: String
  /// The way to the value, `titres[2].montant`; empty at the root.
  public let path: String
  /// Offset of the offending byte, from 0, when the syntax is at fault.
  public let offset: Int?

  init(_ reason: String, path: String = "", offset: Int? = nil) {
    self.reason = reason
    self.path = path
    self.offset = offset
  }

  public var description: String {
    let place = path.isEmpty ? "" : " (\(path))"
    let byte = offset.map { " à l'octet \($0)" } ?? ""
    return "Octets canoniques\(place)\(byte) : \(reason)"
  }
}

/// Bounds of canonical bytes, the same for writing and reading.
public enum CanonicalLimits {
  /// Objects and arrays inside one another.
  public static let nesting = 64
  /// Bytes of one value.
  public static let byteCount = 64 << 20
}
