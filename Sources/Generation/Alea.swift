/// Numbers drawn from a seed: xoshiro256** (Blackman and Vigna, public domain), its state filled by SplitMix64.
///
/// The same seed gives the same numbers on every machine and with every compiler: files made from it can be compared.
public struct Alea: Sendable {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  /// - Parameters:
  ///   - graine: the seed that a person gives.
  ///   - flux: separates what is drawn for different things from one seed: a demand's number, a file's name.
  public init(graine: UInt64, flux: UInt64 = 0) {
    var seed = graine ^ (flux &* 0xD1B5_4A32_D192_ED03)
    state = (Alea.splitMix(&seed), Alea.splitMix(&seed), Alea.splitMix(&seed), Alea.splitMix(&seed))
  }

  private static func splitMix(_ seed: inout UInt64) -> UInt64 {
    seed &+= 0x9E37_79B9_7F4A_7C15
    var z = seed
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  public mutating func next() -> UInt64 {
    let product = state.1 &* 5
    let result = (product << 7 | product >> 57) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = state.3 << 45 | state.3 >> 19
    return result
  }

  /// 0 up to `count` excluded; 0 for a count that is not positive.
  public mutating func below(_ count: Int) -> Int {
    count > 0 ? Int(next().multipliedFullWidth(by: UInt64(count)).high) : 0
  }

  /// A number between two bounds, both included.
  public mutating func between(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

  /// True in so many cases out of a thousand.
  public mutating func chance(_ perThousand: Int) -> Bool { below(1000) < perThousand }

  /// One of the elements of an array that is never empty.
  public mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

  /// So many decimal digits.
  public mutating func digits(_ count: Int) -> String {
    String(decoding: (0..<count).map { _ in UInt8(0x30 + below(10)) }, as: UTF8.self)
  }
}

/// A number that stands for a text, the same on every machine (FNV-1a).
package func flux(_ texte: String) -> UInt64 {
  texte.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
}
