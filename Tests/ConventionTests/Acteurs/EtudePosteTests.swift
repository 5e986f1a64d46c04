import Convention
import Testing

@Suite("Art. 1 et annexes — études et postes")
struct EtudePosteTests {
  private static let etude = Etude(
    code: Exemple.etude, nom: "SCP ALBERT ET BARON",
    contrat: ContratDepartemental(du: Jour(2025, 1, 1)), ressort: [Exemple.codePostal])

  @Test("art. 1, al. 1 (R002): an étude works in its own area, and a redevable outside it is refused")
  func ressort() throws {
    let outside = Exemple.require(CodePostal("31000"))
    try EtudePosteTests.etude.requireCompetence(for: Exemple.codePostal)
    #expect(throws: Refus(.horsRessort, under: Article(1, alinea: 1))) {
      try EtudePosteTests.etude.requireCompetence(for: outside)
    }
  }

  @Test(
    "annexe II.1.2 (R138) and cahier 4 (R091): a poste exchanges once it is open and its access is verified",
    arguments: [(true, true, true), (true, false, false), (false, true, false), (false, false, false)])
  func poste(_ ouvert: Bool, _ verifie: Bool, _ echange: Bool) {
    let poste = Poste(
      codique: Exemple.require(Codique("031012")), libelle: "SGC DE COLOMIERS", ouvert: ouvert,
      accesVerifie: verifie)
    #expect(poste.echange == echange)
  }

  @Test("art. 2 (R006, R007): each kind of case names its legal basis")
  func phases() {
    #expect(Phase.comminatoire.baseLegale.contains("article 128-I"))
    #expect(!Phase.comminatoire.baseLegale.contains("91-650"))
    #expect(Phase.judiciaire.baseLegale.contains("91-650"))
    #expect(Phase.allCases.map(\.rawValue) == ["C", "J"])
  }

  @Test("a redevable and an address never say in a log who and where")
  func silent() {
    #expect("\(Redevable.exemple())" == "redevable de rang 1")
    #expect("\(Adresse.exemple)" == "adresse")
    #expect(Redevable.exemple().nomComplet == "M JEAN LEFEVRE")
    #expect(Adresse.exemple.texte == ["M JEAN LEFEVRE", "12 RUE DU MOULIN", "31770 COLOMIERS"])
  }
}
