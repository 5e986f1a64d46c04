import Convention
import Testing

@Suite("Art. 1 et annexes — études et postes")
struct EtudePosteTests {
  private static let etude = Etude(
    code: Exemple.etude, nom: "SCP ALBERT ET BARON",
    contrats: [ContratDepartemental(du: Jour(2025, 1, 1))], ressort: [Exemple.codePostal])

  @Test("art. 1, al. 1 (R002): an étude works in its own area, and a redevable outside it is refused")
  func ressort() throws {
    let outside = Exemple.require(CodePostal("31000"))
    try EtudePosteTests.etude.requireCompetence(for: Exemple.codePostal)
    #expect(throws: Refus(.horsRessort, under: Article(1, alinea: 1))) {
      try EtudePosteTests.etude.requireCompetence(for: outside)
    }
  }

  @Test("art. 1, al. 3 (R004): each département has its contract, and a comptable of a third one has none")
  func contrats() {
    var etude = EtudePosteTests.etude
    func signed(_ departement: String?, _ du: Jour) -> ContratDepartemental {
      var contrat = ContratDepartemental(du: du)
      contrat.clauses.departement = departement.flatMap { Departement($0) }
      return contrat
    }
    etude.contrats = [signed("31", Jour(2025, 1, 1)), signed("32", Jour(2026, 1, 1))]
    func first(_ codique: String?) -> Jour? {
      etude.contrat(with: codique.flatMap { Codique($0) }, on: Jour(2026, 3, 2))?.du
    }
    #expect(first("031012") == Jour(2025, 1, 1) && first("032010") == Jour(2026, 1, 1))
    #expect(first("081001") == nil && first(nil) == nil)
    // Naming no département, a contract binds whoever has none of his own.
    etude.contrats.append(signed(nil, Jour(2024, 1, 1)))
    #expect(first("081001") == Jour(2024, 1, 1) && first("031012") == Jour(2025, 1, 1))
    // A codique that names no département: the only contract there is.
    etude.contrats = [signed("31", Jour(2025, 1, 1))]
    #expect(first(nil) == Jour(2025, 1, 1))
  }

  @Test("art. 19 (R069): of two contracts that follow each other, each holds on its own days")
  func successifs() {
    var etude = EtudePosteTests.etude
    etude.contrats = [
      ContratDepartemental(du: Jour(2026, 3, 1)), ContratDepartemental(du: Jour(2023, 3, 1), au: Jour(2026, 2, 28)),
    ]
    for (jour, du) in [
      (Jour(2023, 2, 28), Jour(2023, 3, 1)), (Jour(2026, 2, 28), Jour(2023, 3, 1)),
      (Jour(2026, 3, 1), Jour(2026, 3, 1)),
      (Jour(2030, 1, 1), Jour(2026, 3, 1)),
    ] {
      #expect(etude.contrat(with: Codique("031012"), on: jour)?.du == du)
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
