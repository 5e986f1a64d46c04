/// Two digits.
func hexadecimal(_ byte: UInt8) -> String { (byte < 16 ? "0" : "") + String(byte, radix: 16) }

/// Two digits an octet.
func hex(_ bytes: some Sequence<UInt8>) -> String { bytes.map(hexadecimal).joined() }

/// Octets of their digits; nil when they are not.
func hexadecimalOctets(_ text: some StringProtocol) -> [UInt8]? {
  let digits = text.utf8.compactMap { UInt8(String(UnicodeScalar($0)), radix: 16) }
  guard digits.count == text.utf8.count, digits.count.isMultiple(of: 2) else { return nil }
  return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
}
