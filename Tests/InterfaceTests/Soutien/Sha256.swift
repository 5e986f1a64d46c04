@testable import Interface

/// SHA-256 (FIPS 180-4), enough for the tests: the module takes its hash from the caller.
struct Sha256: Hacheur {
  private var state: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  private var block: [UInt8] = []
  private var length: UInt64 = 0

  mutating func update(_ octets: UnsafeRawBufferPointer) {
    length += UInt64(octets.count)
    for byte in octets {
      block.append(byte)
      if block.count == 64 { compress() }
    }
  }

  mutating func finalize() -> [UInt8] {
    let bits = length * 8
    block.append(0x80)
    while block.count != 56 {
      if block.count == 64 { compress() } else { block.append(0) }
    }
    for shift in stride(from: 56, through: 0, by: -8) { block.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift))) }
    compress()
    return state.flatMap { word in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> UInt32($0)) } }
  }

  private mutating func compress() {
    var words = (0..<16).map { index in (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(block[index * 4 + $1]) } }
    for index in 16..<64 {
      let (a, b) = (words[index - 15], words[index - 2])
      let low = rotated(a, 7) ^ rotated(a, 18) ^ (a >> 3)
      let high = rotated(b, 17) ^ rotated(b, 19) ^ (b >> 10)
      words.append(words[index - 16] &+ low &+ words[index - 7] &+ high)
    }
    var v = state
    for index in 0..<64 {
      let high = rotated(v[4], 6) ^ rotated(v[4], 11) ^ rotated(v[4], 25)
      let first = v[7] &+ high &+ ((v[4] & v[5]) ^ (~v[4] & v[6])) &+ Sha256.constants[index] &+ words[index]
      let low = rotated(v[0], 2) ^ rotated(v[0], 13) ^ rotated(v[0], 22)
      let second = low &+ ((v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]))
      v = [first &+ second, v[0], v[1], v[2], v[3] &+ first, v[4], v[5], v[6]]
    }
    for index in 0..<8 { state[index] = state[index] &+ v[index] }
    block.removeAll(keepingCapacity: true)
  }

  private func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 { word >> count | word << (32 - count) }

  /// The fractional parts of the cube roots of the first sixty-four primes.
  private static let constants: [UInt32] = {
    var primes: [UInt64] = []
    var candidate: UInt64 = 2
    while primes.count < 64 {
      if primes.allSatisfy({ candidate % $0 != 0 }) { primes.append(candidate) }
      candidate += 1
    }
    return primes.map { prime in
      // The cube root scaled by 2^32, by bisection over integers: root^3 <= prime * 2^96.
      var (low, high) = (UInt64(1) << 32, UInt64(8) << 32)
      let target = UInt128(prime) << 96
      while high - low > 1 {
        let middle = (low + high) / 2
        if UInt128(middle) * UInt128(middle) * UInt128(middle) <= target { low = middle } else { high = middle }
      }
      return UInt32(truncatingIfNeeded: low)
    }
  }()
}

/// A hash for tests that do not look at it.
struct NoHash: Hacheur {
  func update(_ octets: UnsafeRawBufferPointer) {}
  func finalize() -> [UInt8] { [] }
}
