import Testing

@testable import Generation

@Suite("Tirage")
struct AleaTests {
  @Test("xoshiro256** gives the published numbers from SplitMix64's first state")
  func vector() {
    var alea = Alea(graine: 0)
    let expected: [UInt64] = [
      0x99EC_5F36_CB75_F2B4, 0xBF6E_1F78_4956_452A, 0x1A5F_849D_4933_E6E0, 0x6AA5_94F1_262D_2D2C,
    ]
    let drawn = expected.map { _ in alea.next() }
    #expect(drawn == expected)
  }

  @Test("the same seed gives the same numbers, another seed or stream gives others")
  func seeds() {
    func first(_ graine: UInt64, _ flux: UInt64) -> [UInt64] {
      var alea = Alea(graine: graine, flux: flux)
      return (0..<8).map { _ in alea.next() }
    }
    #expect(first(7, 3) == first(7, 3))
    #expect(first(7, 3) != first(8, 3))
    #expect(first(7, 3) != first(7, 4))
  }

  @Test("a number stays below its bound and reaches both ends")
  func bounds() {
    var alea = Alea(graine: 1)
    let drawn = Set((0..<2_000).map { _ in alea.below(7) })
    #expect(drawn == Set(0..<7))
    let between = Set((0..<2_000).map { _ in alea.between(3...5) })
    #expect(between == [3, 4, 5])
    let (none, never, always) = (alea.below(0), alea.chance(0), alea.chance(1000))
    #expect(none == 0 && !never && always)
  }
}
