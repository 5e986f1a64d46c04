/// Names within two faults of another, whatever the fault and wherever it is.
///
/// Names are laid out without their spaces, by length; each has a signature of its letters. A fault changes the
/// length by one and the signature by two bits at most, so that only a handful are compared letter by letter.
struct Voisinage: Sendable {
  struct Voisin {
    let nom: Int32
    let faults: Int
  }

  static let maximumFaults = 2
  private static let maximumLength = 63

  private let bytes: [UInt8]
  /// Where each name starts, by rank in `Noms`.
  private let starts: [Int32]
  /// Ranks by length, and the signatures in the same order.
  private let order: [Int32]
  private let signatures: [UInt64]
  /// Where each length begins in `order`.
  private let lengths: [Int]

  init(_ noms: Noms) {
    var bytes: [UInt8] = []
    var starts: [Int32] = [0]
    for nom in 0..<Int32(noms.count) {
      for byte in noms[nom] where byte != 0x20 { bytes.append(byte) }
      starts.append(Int32(bytes.count))
    }
    let length = { (nom: Int32) in min(Int(starts[Int(nom) + 1] - starts[Int(nom)]), Self.maximumLength) }
    var lengths = [Int](repeating: 0, count: Self.maximumLength + 2)
    for nom in 0..<Int32(noms.count) { lengths[length(nom) + 1] += 1 }
    for index in 1..<lengths.count { lengths[index] += lengths[index - 1] }
    var next = lengths
    var order = [Int32](repeating: 0, count: noms.count)
    for nom in 0..<Int32(noms.count) {
      order[next[length(nom)]] = nom
      next[length(nom)] += 1
    }
    self.signatures = order.map { Self.signature(bytes[Int(starts[Int($0)])..<Int(starts[Int($0) + 1])]) }
    self.bytes = bytes
    self.starts = starts
    self.order = order
    self.lengths = lengths
  }

  /// The name of rank `nom`, without its spaces.
  func compact(_ nom: Int32) -> ArraySlice<UInt8> {
    bytes[Int(starts[Int(nom)])..<Int(starts[Int(nom) + 1])]
  }

  /// Every name at most two faults away from `compact`, itself included, in no particular order.
  func near(_ compact: ArraySlice<UInt8>) -> [Voisin] {
    guard compact.count + Self.maximumFaults < Self.maximumLength else { return [] }
    let wanted = Self.signature(compact)
    var found: [Voisin] = []
    let shortest = lengths[max(compact.count - Self.maximumFaults, 0)]
    let longest = lengths[compact.count + Self.maximumFaults + 1]
    for index in shortest..<longest
    where (signatures[index] ^ wanted).nonzeroBitCount <= 2 * Self.maximumFaults {
      let nom = order[index]
      if let faults = Distance.between(self.compact(nom), compact, limit: Self.maximumFaults) {
        found.append(Voisin(nom: nom, faults: faults))
      }
    }
    return found
  }

  /// For each letter one bit if it is there, another if it is there twice.
  private static func signature(_ compact: ArraySlice<UInt8>) -> UInt64 {
    var once: UInt64 = 0
    var twice: UInt64 = 0
    for byte in compact {
      let bit = UInt64(1) << UInt64(byte & 0x1F)
      twice |= once & bit
      once |= bit
    }
    return once | twice << 32
  }
}
