/// The hashing of RFC 6962 §2.1: 00 before a leaf, 01 before a node, so that one is never taken for the other.
public enum Merkle {
  public static func feuille(_ bytes: [UInt8]) -> Empreinte { Empreinte(of: [0] + bytes) }

  public static func noeud(_ left: Empreinte, _ right: Empreinte) -> Empreinte {
    var bytes: [UInt8] = [1]
    bytes.reserveCapacity(1 + 2 * Empreinte.byteCount)
    left.append(to: &bytes)
    right.append(to: &bytes)
    return Empreinte(of: bytes)
  }

  /// The root of a tree without leaves.
  public static let racineVide = Empreinte(of: [])

  /// Whether this leaf is at `rang` (from 0) in the tree of `nombre` leaves that has this root. RFC 9162 §2.1.3.2.
  public static func verifie(
    _ feuille: Empreinte, rang: Int64, nombre: Int64, chemin: [Empreinte], racine: Empreinte
  ) -> Bool {
    guard rang >= 0, rang < nombre else { return false }
    var index = rang
    var last = nombre - 1
    var hash = feuille
    for sibling in chemin {
      guard last > 0 else { return false }
      if index & 1 == 1 || index == last {
        hash = noeud(sibling, hash)
        while index & 1 == 0, index > 0 { (index, last) = (index >> 1, last >> 1) }
      } else {
        hash = noeud(hash, sibling)
      }
      (index, last) = (index >> 1, last >> 1)
    }
    return last == 0 && hash == racine
  }

  /// The audit paths of some leaves (RFC 6962 §2.1.1), from the leaf up, and the root; one pass over the leaves.
  ///
  /// - Parameter rangs: from 0, increasing, within the leaves.
  public static func chemins(
    _ feuilles: [Empreinte], rangs: [Int]
  ) -> (racine: Empreinte, chemins: [[Empreinte]]) {
    var chemins = [[Empreinte]](repeating: [], count: rangs.count)
    let racine = collect(feuilles[...], rangs[...], &chemins)
    return (racine, chemins)
  }

  private static func collect(
    _ feuilles: ArraySlice<Empreinte>, _ rangs: ArraySlice<Int>, _ chemins: inout [[Empreinte]]
  ) -> Empreinte {
    guard feuilles.count > 1 else { return feuilles.first ?? racineVide }
    let middle = feuilles.startIndex + largestPowerOfTwo(below: feuilles.count)
    let split = rangs.firstIndex { $0 >= middle } ?? rangs.endIndex
    let left = collect(feuilles[..<middle], rangs[..<split], &chemins)
    let right = collect(feuilles[middle...], rangs[split...], &chemins)
    for target in rangs[..<split].indices { chemins[target].append(right) }
    for target in rangs[split...].indices { chemins[target].append(left) }
    return noeud(left, right)
  }

  private static func largestPowerOfTwo(below count: Int) -> Int {
    1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount)
  }
}

/// A root computed leaf after leaf, in the memory of one hash per level.
public struct RacineProgressive: Sendable {
  /// Roots of full subtrees, largest first: one for each bit set in `nombre`.
  private var roots: [Empreinte] = []
  public private(set) var nombre: Int64 = 0

  public init() {}

  public mutating func add(_ feuille: Empreinte) {
    var hash = feuille
    var rest = nombre
    while rest & 1 == 1 {
      hash = Merkle.noeud(roots.removeLast(), hash)
      rest >>= 1
    }
    roots.append(hash)
    nombre += 1
  }

  public var racine: Empreinte {
    guard let last = roots.last else { return Merkle.racineVide }
    return roots.dropLast().reversed().reduce(last) { Merkle.noeud($1, $0) }
  }
}
