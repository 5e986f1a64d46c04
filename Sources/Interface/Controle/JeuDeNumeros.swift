import Foundation

/// A set of short byte strings, compared byte for byte; their bytes stand end to end in one memory.
///
/// What was inserted last can be taken back, so that what a group brings is forgotten if the group is not accepted.
struct JeuDeNumeros {
  private var octets: [UInt8] = []
  /// Where each string ends in `octets`, in the order of insertion.
  private var fins: [Int] = []
  /// Open addressing: rank of a string plus one, 0 for none.
  private var cases: [Int32] = Array(repeating: 0, count: 1024)

  /// Adds the bytes that `write` appends; false if they were there.
  mutating func insert(_ write: (inout [UInt8]) -> Void) -> Bool {
    let start = octets.count
    write(&octets)
    let slot = slot(of: start..<octets.count)
    guard cases[slot] == 0 else {
      octets.removeLast(octets.count - start)
      return false
    }
    fins.append(octets.count)
    cases[slot] = Int32(fins.count)
    if fins.count * 2 > cases.count { grow() }
    return true
  }

  /// Takes back the string inserted last.
  mutating func removeLast() {
    guard !fins.isEmpty else { return }
    let last = range(fins.count - 1)
    cases[slot(of: last)] = 0
    fins.removeLast()
    octets.removeLast(last.count)
  }

  /// The slot of those bytes, or the free one where they would go.
  private func slot(of range: Range<Int>) -> Int {
    octets.withUnsafeBytes { bytes in
      let wanted = UnsafeRawBufferPointer(rebasing: bytes[range])
      var hasher = Hasher()
      hasher.combine(bytes: wanted)
      var slot = hasher.finalize() & (cases.count - 1)
      while cases[slot] != 0, !same(wanted, self.range(Int(cases[slot]) - 1), bytes) {
        slot = (slot + 1) & (cases.count - 1)
      }
      return slot
    }
  }

  private func same(_ wanted: UnsafeRawBufferPointer, _ range: Range<Int>, _ bytes: UnsafeRawBufferPointer) -> Bool {
    guard range.count == wanted.count, let left = wanted.baseAddress, let right = bytes.baseAddress else {
      return range.count == wanted.count
    }
    return memcmp(left, right + range.lowerBound, wanted.count) == 0
  }

  private func range(_ rank: Int) -> Range<Int> {
    (rank > 0 ? fins[rank - 1] : 0)..<fins[rank]
  }

  private mutating func grow() {
    cases = Array(repeating: 0, count: cases.count * 2)
    for rank in fins.indices { cases[slot(of: range(rank))] = Int32(rank + 1) }
  }
}
