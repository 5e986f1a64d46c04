/// The keys met so far in one object, to refuse a second of the same name without comparing each with all.
struct CanonicalKeys {
  /// A few bits of each key's hash: a bit not set means that the key is new.
  private var seen: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
  private var nodes: [UInt32] = []
  /// Beyond sixty-four keys the bits say nothing any more and a set takes over.
  private var many: Set<[UInt8]> = []
  private var count = 0

  /// False when the key is already there.
  mutating func insert(
    _ key: Int, _ document: [CanonicalDocument.Node], _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let slice = bytes[Int(document[key].start)..<Int(document[key].end)]
    count += 1
    if count > 64 { return insertAmongMany(slice, document, bytes) }
    let isNew = setBit(slice)
    defer { nodes.append(UInt32(key)) }
    return isNew
      || !nodes.contains {
        let other = document[Int($0)]
        return bytes[Int(other.start)..<Int(other.end)].elementsEqual(slice)
      }
  }

  private mutating func insertAmongMany(
    _ slice: Slice<UnsafeBufferPointer<UInt8>>, _ document: [CanonicalDocument.Node],
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    if many.isEmpty {
      many = Set(nodes.map { Array(bytes[Int(document[Int($0)].start)..<Int(document[Int($0)].end)]) })
    }
    return many.insert(Array(slice)).inserted
  }

  /// Sets the key's bit; true when it was not set. FNV-1a, folded to eight bits.
  private mutating func setBit(_ slice: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var hash: UInt32 = 2_166_136_261
    for byte in slice { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
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
