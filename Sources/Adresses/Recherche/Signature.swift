/// The letters of a name in 64 bits: for each, one bit if it is there, another if it is there twice.
///
/// A fault adds one letter at most and takes one away at most, wherever it is: two names whose signatures
/// differ by more than that on either side need not be compared letter by letter.
struct Signature: Equatable, Sendable {
  private let bits: UInt64

  init(_ compact: ArraySlice<UInt8>) {
    var once: UInt64 = 0
    var twice: UInt64 = 0
    for byte in compact {
      let bit = UInt64(1) << UInt64(byte & 0x1F)
      twice |= once & bit
      once |= bit
    }
    bits = once | twice << 32
  }

  func allows(_ faults: Int, from other: Signature) -> Bool {
    let difference = bits ^ other.bits
    return Self.hasAtMost(faults, difference & bits) && Self.hasAtMost(faults, difference & other.bits)
  }

  /// Clears the lowest bit `count` times: quicker than counting them all.
  private static func hasAtMost(_ count: Int, _ bits: UInt64) -> Bool {
    var rest = bits
    for _ in 0..<count { rest &= rest &- 1 }
    return rest == 0
  }
}
