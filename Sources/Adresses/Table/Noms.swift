/// All the folded names, each once, found by their bytes.
///
/// Flat arrays and open addressing: no object per name, nothing to trace when the table is shared by tasks.
struct Noms: Sendable {
  private var bytes: [UInt8] = []
  private var starts: [Int32] = [0]
  private var slots: [Int32]

  /// `capacity`: how many names are expected; more are accepted, at the price of a rehash.
  init(capacity: Int) {
    var size = 1024
    while size < 2 * capacity { size *= 2 }
    slots = Array(repeating: -1, count: size)
  }

  var count: Int { starts.count - 1 }

  /// The folded bytes of the name of rank `nom`.
  subscript(nom: Int32) -> ArraySlice<UInt8> {
    bytes[Int(starts[Int(nom)])..<Int(starts[Int(nom) + 1])]
  }

  /// The rank of a folded name, nil when the table has it not.
  func find(_ key: some Collection<UInt8>) -> Int32? {
    let rank = slots[slot(of: key)]
    return rank < 0 ? nil : rank
  }

  /// The rank of a folded name, added if it is new.
  mutating func insert(_ key: some Collection<UInt8>) -> Int32 {
    let slot = slot(of: key)
    if slots[slot] >= 0 { return slots[slot] }
    let rank = Int32(count)
    bytes.append(contentsOf: key)
    starts.append(Int32(bytes.count))
    slots[slot] = rank
    if 2 * count > slots.count { rehash() }
    return rank
  }

  /// The slot that holds the key, or the free one where it belongs.
  private func slot(of key: some Collection<UInt8>) -> Int {
    let mask = slots.count - 1
    var slot = Self.hash(key) & mask
    while slots[slot] >= 0, !self[slots[slot]].elementsEqual(key) { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func rehash() {
    slots = Array(repeating: -1, count: 2 * slots.count)
    for rank in 0..<Int32(count) { slots[slot(of: self[rank])] = rank }
  }

  /// FNV-1a, its high bits folded into those that choose the slot.
  private static func hash(_ key: some Collection<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in key { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ hash >> 32)
  }
}
