import NIOCore

/// A small seeded generator: a random test always runs the same cases.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// 0 up to the bound, which is left out.
  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }

  mutating func int(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

  /// True once in so many.
  mutating func once(in odds: Int) -> Bool { below(odds) == 0 }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

  mutating func octet() -> UInt8 { UInt8(truncatingIfNeeded: next()) }

  mutating func octets(_ count: Int) -> [UInt8] {
    var octets: [UInt8] = []
    octets.reserveCapacity(count + 8)
    while octets.count < count {
      var word = next()
      for _ in 0..<8 {
        octets.append(UInt8(truncatingIfNeeded: word))
        word >>= 8
      }
    }
    octets.removeLast(octets.count - count)
    return octets
  }
}

extension SplitMix64 {
  /// An article made of runs, of octets of any kind, and of what stands at the same places of the article before.
  mutating func article(after previous: [UInt8], length: Int) -> [UInt8] {
    var article: [UInt8] = []
    while article.count < length {
      let count = int(1...140)
      switch below(4) {
      case 0: article += repeatElement(octet(), count: count)
      case 1: article += octets(count)
      default: article += previous.dropFirst(article.count).prefix(count)
      }
    }
    return Array(article.prefix(length))
  }

  /// The same octets with a few changed, lost, added or doubled.
  mutating func mutated(_ octets: [UInt8]) -> [UInt8] {
    var octets = octets
    for _ in 0..<int(1...3) {
      let place = below(octets.count)
      switch below(7) {
      case 0 where !octets.isEmpty: octets.remove(at: place)
      case 1: octets.insert(octet(), at: place)
      case 2: octets.removeLast(min(octets.count, below(6)))
      case 3: octets.insert(contentsOf: octets.dropFirst(place).prefix(below(20)), at: place)
      case 4 where !octets.isEmpty: octets[place] ^= 1 << UInt8(below(8))
      case 5 where !octets.isEmpty: octets[place] = pick([0, 1, 0x7F, 0x80, 0xFE, 0xFF])
      default: if !octets.isEmpty { octets[place] = octet() }
      }
    }
    return octets
  }
}
