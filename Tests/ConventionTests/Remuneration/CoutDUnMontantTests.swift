import Testing

@testable import Convention

@Suite("Ce qu’un montant coûte, sans dossier")
struct CoutDUnMontantTests {
  private let jour = Jour(2026, 3, 2)

  @Test("250,00 € of principal: 31,38 € before tax, 37,66 € in metropolitan France, 34,05 € in Guadeloupe (R060)")
  func amicable() throws {
    for (code, ttc) in [("31", "37,66 €"), ("971", "34,05 €")] {
      let territoire = TerritoireFiscal(Exemple.require(Departement(code)))
      let found = try CoutDUnMontant(.euros(250), le: jour, territoire).amiable()
      #expect(found.count == 1 && plain(found[0].resultat).hasSuffix("\(ttc) TTC"))
      #expect(found[0].valeurs.count == 4)
    }
  }

  @Test("250,00 € paid in one sum: 217,28 € on the debt and 32,72 € of fee under brutVentile (R059)")
  func parted() throws {
    let found = try CoutDUnMontant(.euros(250), le: jour, .metropole).amiable(.brutVentile)
    #expect(plain(found[0].resultat) == "217,28 € sur la dette, 32,72 € de frais TTC")
    #expect(plain(found[1].resultat).hasSuffix("32,72 € TTC"))
  }

  @Test("a commandement on 250,00 € in 2011, its engagement and the right on what is paid (R061, R063)")
  func judicial() throws {
    let cost = CoutDUnMontant(.euros(250), le: Jour(2011, 2, 1), .metropole)
    let found = try cost.judiciaire(acte: "042")
    #expect(found.count >= 2 && found[0].calcul.map(plain)[0] == "9,5 taux × 2,20 € × 1 = 20,90 €")
    #expect(try cost.judiciaire().map(\.regle) == ["DroitDegressif"])
    #expect(throws: Refus(.acteHorsTarif, under: Article(16, alinea: 1))) { _ = try cost.judiciaire(acte: "999") }
  }

  @Test("nothing costs nothing: refused, since no right is on zero (R-69)")
  func zero() {
    let cost = CoutDUnMontant(.zero, le: jour, .metropole)
    #expect(throws: Refus(.montantHorsBornes, under: Article(16, alinea: 3))) { _ = try cost.judiciaire() }
    #expect(throws: Refus(.montantHorsBornes, under: Article(7, alinea: 2))) { _ = try cost.amiable(.brutVentile) }
  }
}
