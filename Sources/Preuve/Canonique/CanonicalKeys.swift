/// The keys met so far in one object, to refuse a second of the same name without comparing each with all.
struct CanonicalKeys {
  typealias Nodes = [CanonicalDocument.Node]
  /// A few bits of each key's hash: a bit not set means that the key is new.
  private var seen: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
  /// Beyond sixty-four keys the bits say nothing any more and a set takes over.
  private var many: Set<[UInt8]> = []
  private let object: Int

  init(of object: Int) { self.object = object }

  /// False when the key at this node is already in the object.
  mutating func insert(_ key: Int, _ nodes: Nodes, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if nodes[object].count > 64 { return insertAmongMany(key, nodes, bytes) }
    if setBit(characters(key, nodes, bytes)) { return true }
    let new = characters(key, nodes, bytes)
    return !earlier(than: key, nodes).contains { characters($0, nodes, bytes).elementsEqual(new) }
  }

  private mutating func insertAmongMany(
    _ key: Int, _ nodes: Nodes, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    if many.isEmpty {
      many = Set(earlier(than: key, nodes).map { Array(characters($0, nodes, bytes)) })
    }
    return many.insert(Array(characters(key, nodes, bytes))).inserted
  }

  private func characters(
    _ key: Int, _ nodes: Nodes, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[Int(nodes[key].start)..<Int(nodes[key].end)])
  }

  private func earlier(than key: Int, _ nodes: Nodes) -> UnfoldFirstSequence<Int> {
    sequence(first: object + 1) { member in
      let next = Int(nodes[member + 1].next)
      return next < key ? next : nil
    }
  }

  /// Sets the key's bit; true when it was not set. FNV-1a, folded to eight bits.
  private mutating func setBit(_ characters: UnsafeBufferPointer<UInt8>) -> Bool {
    var hash: UInt32 = 2_166_136_261
    for byte in characters { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    hash ^= hash >> 16
    let bit = UInt64(1) << UInt64(hash & 63)
    switch hash >> 6 & 3 {
    case 0: return CanonicalKeys.set(bit, &seen.0)
    case 1: return CanonicalKeys.set(bit, &seen.1)
    case 2: return CanonicalKeys.set(bit, &seen.2)
    default: return CanonicalKeys.set(bit, &seen.3)
    }
  }

  private static func set(_ bit: UInt64, _ word: inout UInt64) -> Bool {
    defer { word |= bit }
    return word & bit == 0
  }
}
