import Testing

@testable import Convention

@Suite("Art. 16, al. 3 — le droit dégressif d’un montant seul")
struct DroitSeulTests {
  @Test("the degressive right alone: 300,00 € in 2011 is 10 % of 125,00 € and 6,5 % of the rest (al. 3, R063)")
  func degressive() {
    let found = TarifJudiciaire.explicationDuDroit(sur: .euros(300), le: Jour(2011, 2, 1), .metropole)
    // 12,50 + 11,375 = 23,88; × 1,196 = 28,56.
    #expect(plain(found.resultat) == "23,88 € HT, 4,68 € de TVA, 28,56 € TTC")
    #expect(found.valeurs.count == 2)
  }

  @Test("it cites the text of its day and says who owes it: art. 8 in 2011, A444-31 in 2021 (R063)")
  func cited() {
    let before = TarifJudiciaire.explicationDuDroit(sur: .euros(300), le: Jour(2011, 2, 1), .metropole)
    #expect(before.articles == [Article(16, alinea: 3), Article(.decret1996, "8")])
    #expect(before.politique == RedevableDuDroit.debiteur.libelle)
    let after = TarifJudiciaire.explicationDuDroit(
      sur: .euros(300), le: Jour(2021, 3, 1), .metropole, redevableDuDroit: .directeur)
    #expect(after.articles == [Article(16, alinea: 3), Article(.codeCommerce, "A444-31")])
    #expect(after.politique == RedevableDuDroit.directeur.libelle)
  }
}
