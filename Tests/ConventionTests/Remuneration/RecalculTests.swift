import Convention
import Testing

@Suite("Art. 15 et 16 — recalcul sous une autre version")
struct RecalculTests {
  private static func dossier() throws -> Dossier {
    var vie = try Vie.recue(.exemple([.exemple(1, .euros(2000))]))
    for (numero, montant) in [("P1", Montant.euros(20)), ("P2", .euros(1980))] {
      try vie.receive(.paiement(numero, montant), fait: Jour(2026, 3, 10))
    }
    return vie.dossier
  }

  @Test("2 000,00 € recovered cost 251,00 € before tax, and the cap of 140,00 € under the arrêté of 2005")
  func scale() throws {
    let version = Exemple.require(VersionDeCalcul(nom: "arrete-2005"))
    let recalcul = try Recalcul(try RecalculTests.dossier(), .metropole, sous: version)
    #expect(recalcul.avant.honoraire == Honoraire(ht: .euros(251), tva: .euros(50, 20)))
    // The VAT of 2005, 19,6 %.
    #expect(recalcul.apres.honoraire == Honoraire(ht: .euros(140), tva: .euros(27, 44)))
    #expect(recalcul.difference.honoraire.ht == .euros(-111))
    #expect(recalcul.difference.principal == .zero)
  }

  @Test("the same sums parted as gross: less reaches the debt, and the fee goes down with it")
  func policy() throws {
    let version = VersionDeCalcul(politique: .brutVentile)
    let recalcul = try Recalcul(try RecalculTests.dossier(), .metropole, sous: version)
    #expect(recalcul.avant.principal == .euros(2000))
    #expect(recalcul.apres.principal + recalcul.apres.honoraire.ttc == .euros(2000))
    #expect(recalcul.difference.principal < .zero)
    #expect(recalcul.explication.politique == PolitiqueDImputation.brutVentile.libelle)
  }

  @Test("under no other version, nothing changes")
  func same() throws {
    for politique in [nil, PolitiqueDImputation.partDeclaree] {
      let version = VersionDeCalcul(politique: politique)
      let recalcul = try Recalcul(try RecalculTests.dossier(), .metropole, sous: version)
      #expect(recalcul.avant == recalcul.apres)
    }
  }

  @Test("a carence of 2011 at the taux de base of 1,60 €: 15,20 € and 12,80 € instead of 20,90 € and 17,60 €")
  func judicial() throws {
    let version = Exemple.require(VersionDeCalcul(nom: "decret-1996"))
    let recalcul = try Recalcul(LiquidationTests.cadre(), [LiquidationTests.carence], sous: version)
    #expect(recalcul.difference.honoraire.ht == .euros(-10, -50))
  }

  @Test("a version that has no amount for an act refuses, and no version has an unknown name")
  func unknown() {
    let version = Exemple.require(VersionDeCalcul(nom: "code-2016"))
    #expect(throws: Refus(.montantDActeInconnu, under: Article(16, alinea: 1))) {
      try Recalcul(LiquidationTests.cadre(), [LiquidationTests.carence], sous: version)
    }
    #expect(VersionDeCalcul(nom: "decret-1900") == nil)
    #expect(
      VersionDeCalcul.nommees.map(\.nom) == [
        "arrete-2005", "arrete-2008", "decret-1996", "decret-2007", "decret-2014", "code-2016", "code-2020",
        "code-2024",
        "code-2026",
      ])
  }
}
