import Foundation

/// An address or a network, `10.1.0.0/16` or `2001:db8::/32`: where a partner may come from.
struct Reseau: Hashable, Sendable {
  private let octets: [UInt8]
  private let bits: Int

  init?(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
    guard let address = parts.first, let octets = Self.octets(address) else { return nil }
    let bits = parts.count > 1 ? Int(parts[1]) : octets.count * 8
    guard let bits, (0...octets.count * 8).contains(bits) else { return nil }
    self.octets = octets
    self.bits = bits
  }

  /// Whether an address is in it; an IPv4 address written as IPv6 counts as itself.
  func contains(_ address: String) -> Bool {
    guard let other = Self.octets(address), other.count == octets.count else { return false }
    return (0..<bits).allSatisfy { bit in
      let mask = UInt8(0x80) >> UInt8(bit % 8)
      return octets[bit / 8] & mask == other[bit / 8] & mask
    }
  }

  private static func octets(_ text: String) -> [UInt8]? {
    let text = text.hasPrefix("::ffff:") && text.contains(".") ? String(text.dropFirst(7)) : text
    var four = in_addr()
    if inet_pton(AF_INET, text, &four) == 1 { return withUnsafeBytes(of: &four) { Array($0) } }
    var six = in6_addr()
    return inet_pton(AF_INET6, text, &six) == 1 ? withUnsafeBytes(of: &six) { Array($0) } : nil
  }
}
