import Convention
import Testing

@Suite("Art. 15 — partage d’une somme entre la dette et les frais")
struct PartageDePaiementTests {
  static let jour = Jour(2026, 3, 10)

  /// Sum, principal, fee with tax, in cents.
  static let vectors: [(Int64, Int64, Int64)] = [
    (50_00, 42_48, 7_52), (57_48, 49_96, 7_52), (100_00, 86_91, 13_09), (115_06, 100_00, 15_06),
    (250_00, 217_28, 32_72), (1_000_00, 869_12, 130_88), (2_750_44, 2_390_44, 360_00), (3_000_00, 2_640_00, 360_00),
  ]

  @Test("a gross sum gives the largest principal that leaves its fee (20 %)", arguments: vectors)
  func inversion(_ recu: Int64, _ principal: Int64, _ frais: Int64) throws {
    let compte = CompteDHonoraires(.metropole)
    let recu = Montant(cents: recu)
    #expect(compte.principal(dans: recu, le: PartageDePaiementTests.jour)?.cents == principal)
    let partage = try compte.partage(recu, le: PartageDePaiementTests.jour, .brutVentile)
    #expect(partage.principal.cents == principal)
    #expect(partage.honoraire.ttc.cents == frais)
    #expect(partage.enAttente == .zero)
    #expect(partage.total == recu)
  }

  @Test(
    "at or below the minimum with tax (7,52 €) nothing is left for the debt: it has all, and the fee waits",
    arguments: [5_00, 7_52] as [Int64])
  func belowMinimum(_ cents: Int64) throws {
    let compte = CompteDHonoraires(.metropole)
    let recu = Montant(cents: cents)
    #expect(compte.principal(dans: recu, le: PartageDePaiementTests.jour) == .zero)
    for politique in [PolitiqueDImputation.brutVentile, .fraisDabord] {
      let partage = try compte.partage(recu, le: PartageDePaiementTests.jour, politique)
      #expect(partage.principal == recu)
      #expect(partage.honoraire == .zero)
      #expect(partage.enAttente.ttc == .euros(7, 52))
    }
  }

  @Test("one cent above it, the fee is taken: 7,53 € is 0,01 € and 7,52 €")
  func aboveMinimum() throws {
    let partage = try CompteDHonoraires(.metropole).partage(
      .euros(7, 53), le: PartageDePaiementTests.jour, .brutVentile)
    #expect(partage.principal == Montant(cents: 1))
    #expect(partage.honoraire.ttc == .euros(7, 52))
  }

  /// 5,00 € paid, whose fee of 7,52 € waits.
  private static func waiting() throws -> CompteDHonoraires {
    var compte = CompteDHonoraires(.metropole)
    try CompteDHonorairesTests.pay(&compte, "P1", .euros(5), frais: .zero)
    return compte
  }

  @Test("a fee that waits is taken on a later payment")
  func later() throws {
    let partage = try PartageDePaiementTests.waiting().partage(
      .euros(50), le: PartageDePaiementTests.jour, .brutVentile)
    // 42,48 € make 47,48 € recovered, still under the minimum.
    #expect(partage.principal == .euros(42, 48))
    #expect(partage.honoraire.ttc == .euros(7, 52))
  }

  @Test("paid to the comptable, fees first: a sum below what waits is all for the fee (décret 2008-554, art. 2)")
  func feesFirst() throws {
    let compte = try PartageDePaiementTests.waiting()
    let first = try compte.partage(.euros(6), le: PartageDePaiementTests.jour, .fraisDabord)
    #expect(first.principal == .zero)
    #expect(first.honoraire.ttc == .euros(6))
    #expect(first.enAttente.ttc == .euros(1, 52))
    let ventile = try compte.partage(.euros(6), le: PartageDePaiementTests.jour, .brutVentile)
    #expect(ventile.principal == .euros(6))
    #expect(ventile.honoraire == .zero)
  }

  @Test(
    "fees on top: 100,00 € all on the debt, 15,06 € beside; a declared split without fee: 100,00 € and the fee waits")
  func onTop() throws {
    let compte = CompteDHonoraires(.metropole)
    let onTop = try compte.partage(.euros(100), le: PartageDePaiementTests.jour, .fraisEnSus)
    #expect(onTop.principal == .euros(100))
    #expect(onTop.total == .euros(115, 6))
    let declared = try compte.partage(.euros(100), le: PartageDePaiementTests.jour, .partDeclaree)
    #expect(declared.principal == .euros(100))
    #expect(declared.enAttente.ttc == .euros(15, 6))
  }

  @Test("what exceeds the debt and its fee is left over: 130,00 € for 100,00 € leave 14,94 €")
  func excess() throws {
    let partage = try CompteDHonoraires(.metropole).partage(
      .euros(130), le: PartageDePaiementTests.jour, .brutVentile, resteDu: .euros(100))
    #expect(partage.principal == .euros(100))
    #expect(partage.honoraire.ttc == .euros(15, 6))
    #expect(partage.excedent == .euros(14, 94))
  }

  @Test("a sum of nothing is refused (R-69)")
  func nothing() {
    #expect(throws: Refus(.montantHorsBornes, under: Article(7, alinea: 2))) {
      try CompteDHonoraires(.metropole).partage(.zero, le: PartageDePaiementTests.jour, .brutVentile)
    }
  }

  @Test("the default keeps what the étude wrote; a bare sum follows whom it was paid to")
  func defaults() {
    #expect(PolitiqueDImputation.defaut == .partDeclaree)
    #expect(PolitiqueDImputation.dUnBrut(ordre: "T") == .fraisDabord)
    #expect(PolitiqueDImputation.dUnBrut(ordre: "E") == .brutVentile)
  }

  @Test("on random sums and pasts, the inversion is maximal and every split adds up")
  func properties() throws {
    var alea = Alea(seed: 14)
    for _ in 0..<4_000 {
      var compte = CompteDHonoraires(alea.pick(TerritoireFiscal.allCases))
      for rank in 0..<alea.int(0...3) {
        let free = alea.chance(40) ? Honoraire.zero : nil
        try CompteDHonorairesTests.pay(&compte, "P\(rank)", Montant(cents: Int64(alea.int(1...90_000))), frais: free)
      }
      let recu = Montant(cents: Int64(alea.int(1...(alea.chance(50) ? 3_000 : 400_000))))
      try check(compte, recu, alea.pick(PolitiqueDImputation.allCases))
    }
  }

  private func check(_ compte: CompteDHonoraires, _ recu: Montant, _ politique: PolitiqueDImputation) throws {
    let jour = PartageDePaiementTests.jour
    func cost(_ principal: Montant) -> Montant { principal + compte.attendu(for: principal, le: jour).ttc }
    if let largest = compte.principal(dans: recu, le: jour) {
      #expect(cost(largest) <= recu)
      #expect(largest == recu || cost(largest + Montant(cents: 1)) > recu)
    } else {
      #expect(cost(.zero) > recu)
    }
    let partage = try compte.partage(recu, le: jour, politique)
    #expect(partage.total == (politique == .fraisEnSus ? recu + partage.honoraire.ttc : recu))
    #expect(partage.principal >= .zero && partage.honoraire.ht >= .zero && partage.honoraire.tva >= .zero)
    #expect(partage.honoraire.ttc <= max(compte.attendu(for: partage.principal, le: jour).ttc, .zero))
  }
}
