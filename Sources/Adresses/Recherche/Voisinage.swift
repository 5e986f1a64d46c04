/// Names within two faults of another, whatever the fault and wherever it is.
///
/// Names are laid out without their spaces, by length. A fault changes the length by one at most and the
/// signature by little, so that only a handful of names are compared letter by letter.
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
  private let ordered: [Signature]
  /// Signatures by rank.
  private let signatures: [Signature]
  /// Where each length begins in `order`.
  private let lengths: [Int]

  init(_ noms: Noms) {
    var bytes: [UInt8] = []
    var starts: [Int32] = [0]
    for nom in 0..<Int32(noms.count) {
      for byte in noms[nom] where byte != 0x20 { bytes.append(byte) }
      starts.append(Int32(bytes.count))
    }
    let length = { (nom: Int) in min(Int(starts[nom + 1] - starts[nom]), Self.maximumLength) }
    var lengths = [Int](repeating: 0, count: Self.maximumLength + 2)
    for nom in 0..<noms.count { lengths[length(nom) + 1] += 1 }
    for index in 1..<lengths.count { lengths[index] += lengths[index - 1] }
    var next = lengths
    var order = [Int32](repeating: 0, count: noms.count)
    for nom in 0..<noms.count {
      order[next[length(nom)]] = Int32(nom)
      next[length(nom)] += 1
    }
    let signatures = (0..<noms.count).map { Signature(bytes[Int(starts[$0])..<Int(starts[$0 + 1])]) }
    self.ordered = order.map { signatures[Int($0)] }
    self.signatures = signatures
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
    let wanted = Signature(compact)
    let shortest = lengths[max(compact.count - Self.maximumFaults, 0)]
    let longest = lengths[compact.count + Self.maximumFaults + 1]
    var found: [Voisin] = []
    ordered.withUnsafeBufferPointer { ordered in
      for index in shortest..<longest where ordered[index].allows(Self.maximumFaults, from: wanted) {
        let nom = order[index]
        guard let faults = Distance.between(self.compact(nom), compact, limit: Self.maximumFaults) else { continue }
        found.append(Voisin(nom: nom, faults: faults))
      }
    }
    return found
  }

  /// How many faults separate the name of rank `nom` from `compact`, nil beyond `limit`.
  func faults(_ nom: Int32, _ compact: ArraySlice<UInt8>, _ signature: Signature, limit: Int) -> Int? {
    guard signatures[Int(nom)].allows(limit, from: signature) else { return nil }
    return Distance.between(self.compact(nom), compact, limit: limit)
  }
}
