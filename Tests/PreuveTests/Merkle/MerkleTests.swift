import Testing

@testable import Preuve

/// Leaves and roots published with Certificate Transparency (transparency-dev/merkle, testonly/constants.go).
private let publishedLeaves = [
  "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
]
private let publishedRoots = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]

@Suite("Merkle trees of RFC 6962")
struct MerkleTests {
  private static let leaves = publishedLeaves.compactMap { Hexadecimal.octets($0) }.map(Merkle.feuille)

  @Test("the published roots of 0 to 8 leaves", arguments: 0...8)
  func roots(count: Int) {
    let leaves = Array(Self.leaves.prefix(count))
    var progressive = RacineProgressive()
    for leaf in leaves { progressive.add(leaf) }
    #expect(progressive.racine.hexadecimal == publishedRoots[count])
    #expect(Merkle.chemins(leaves, rangs: []).racine.hexadecimal == publishedRoots[count])
  }

  @Test(
    "the published paths of leaves 0 and 5 among 8",
    arguments: [
      (
        0,
        [
          "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
          "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
          "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
        ]
      ),
      (
        5,
        [
          "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
          "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        ]
      ),
    ])
  func paths(rang: Int, path: [String]) {
    #expect(Merkle.chemins(Self.leaves, rangs: [rang]).chemins[0].map(\.hexadecimal) == path)
  }

  @Test(
    "in trees drawn at random, each path leads to the root and no changed one does", arguments: 0..<30 as Range<UInt64>)
  func property(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...300, using: &generator)
    let leaves = (0..<count).map { Merkle.feuille([.random(in: 0...255, using: &generator), UInt8($0 & 0xFF)]) }
    var progressive = RacineProgressive()
    for leaf in leaves { progressive.add(leaf) }
    let (root, paths) = Merkle.chemins(leaves, rangs: Array(0..<count))
    #expect(progressive.racine == root)
    for rang in 0..<count {
      let proof = Proof(leaf: leaves[rang], rang: Int64(rang), count: Int64(count), path: paths[rang], root: root)
      #expect(proof.verifies)
      #expect(!proof.mutated(&generator).verifies)
    }
  }

  @Test("a path that is too long or too short, or a rank outside of the tree, is refused")
  func length() {
    let (root, paths) = Merkle.chemins(Self.leaves, rangs: [3])
    let proof = Proof(leaf: Self.leaves[3], rang: 3, count: 8, path: paths[0], root: root)
    for wrong in [paths[0].dropLast(), paths[0] + [root], []] as [[Empreinte]] {
      #expect(!Proof(leaf: proof.leaf, rang: 3, count: 8, path: wrong, root: root).verifies)
    }
    for rang in [-1, 8, 11] as [Int64] {
      #expect(!Proof(leaf: proof.leaf, rang: rang, count: 8, path: proof.path, root: root).verifies)
    }
  }
}

private struct Proof {
  var leaf: Empreinte
  var rang: Int64
  var count: Int64
  var path: [Empreinte]
  var root: Empreinte

  var verifies: Bool { Merkle.verifie(leaf, rang: rang, nombre: count, chemin: path, racine: root) }

  /// Another leaf, another hash on the way, or a hash fewer.
  func mutated(_ generator: inout SeededGenerator) -> Proof {
    var other = self
    switch Int.random(in: 0...2, using: &generator) {
    case 1 where !path.isEmpty:
      other.path[.random(in: 0..<path.count, using: &generator)] = Merkle.feuille([1, 2, 3])
    case 2 where !path.isEmpty: other.path.removeLast()
    default: other.leaf = Merkle.feuille([1, 2, 3])
    }
    return other
  }
}
