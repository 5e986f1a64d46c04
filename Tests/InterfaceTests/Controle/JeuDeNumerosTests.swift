import Testing

@testable import Interface

@Suite struct JeuDeNumerosTests {
  private func insert(_ texte: String, _ jeu: inout JeuDeNumeros) -> Bool {
    jeu.insert { $0.append(contentsOf: texte.utf8) }
  }

  @Test func aNumberIsAdmittedOnceEvenRightAfterItself() {
    var jeu = JeuDeNumeros()
    #expect(insert("D1", &jeu))
    #expect(!insert("D1", &jeu))
    #expect(insert("D10", &jeu))
    #expect(insert("", &jeu))
    #expect(!insert("", &jeu))
    #expect(!insert("D10", &jeu))
    #expect(!insert("D1", &jeu))
  }

  @Test func whatIsTakenBackMayComeAgain() {
    var jeu = JeuDeNumeros()
    #expect(insert("D1", &jeu))
    #expect(insert("D2", &jeu))
    jeu.removeLast()
    #expect(!insert("D1", &jeu))
    #expect(insert("D2", &jeu))
    jeu.removeLast()
    jeu.removeLast()
    jeu.removeLast()
    #expect(insert("D1", &jeu))
  }

  @Test(arguments: [1, 2, 3] as [UInt64]) func behavesAsASetOfThousands(seed: UInt64) {
    var jeu = JeuDeNumeros()
    var known: Set<String> = []
    var order: [String] = []
    var state = seed
    for _ in 0..<20_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      if state >> 60 == 0, let last = order.popLast() {
        jeu.removeLast()
        known.remove(last)
      } else {
        let texte = "DEM\(state >> 33 % 9_000)"
        #expect(insert(texte, &jeu) == known.insert(texte).inserted)
        if order.count < known.count { order.append(texte) }
      }
    }
  }
}
