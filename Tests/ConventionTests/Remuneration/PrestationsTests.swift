import Testing

@testable import Convention

@Suite("Art. 16 — ce qu’un dossier donne à liquider")
struct PrestationsTests {
  @Test("acts on the amount of the demand, then payments that still count; one before any act brings nothing")
  func services() throws {
    var vie = try Vie.judiciaire()
    try vie.receive(.paiement("P0", .euros(20)), fait: Jour(2026, 3, 5))
    try vie.act(.saisieVente, le: Jour(2026, 3, 10))
    try vie.receive(.paiement("P1", .euros(30)), fait: Jour(2026, 3, 12))
    try vie.receive(.paiement("P2", .euros(40)), fait: Jour(2026, 3, 13))
    try vie.receive(.annulation("A2", de: "P2", .euros(40)), fait: Jour(2026, 3, 14))
    #expect(
      vie.dossier.prestationsJudiciaires(ressort: [Exemple.codePostal]) == [
        .acte(code: "051", le: Jour(2026, 3, 10), vise: .euros(300)), .paiement(le: Jour(2026, 3, 12), .euros(30)),
      ])
  }

  @Test("a new address is paid out of the area, not inside it (al. 4, R064)")
  func address() throws {
    var vie = try Vie.judiciaire()
    let constat = Constat(code: "NAH", adresse: .corrigee("1 RUE X"))
    try vie.receive(.constat(constat), fait: Jour(2026, 3, 9))
    let outside = Exemple.require(CodePostal("31000"))
    #expect(
      vie.dossier.prestationsJudiciaires(ressort: [Exemple.codePostal]) == [
        .nouvelleAdresse(le: Jour(2026, 3, 9), outside)
      ])
    #expect(vie.dossier.prestationsJudiciaires(ressort: [outside]).isEmpty)
  }

  @Test("the étude is taxed where its contract is, else by its postal code (R060)")
  func territory() {
    var etude = Etude(
      code: Exemple.etude, nom: "", codePostal: "97400", contrat: ContratDepartemental(du: Jour(2025, 1, 1)),
      ressort: [])
    #expect(etude.territoire == .antillesReunion)
    etude.contrat.clauses.departement = Departement("973")
    #expect(etude.territoire == .guyaneMayotte)
    etude.contrat.clauses.departement = nil
    etude.codePostal = "31770"
    #expect(etude.territoire == .metropole)
    etude.codePostal = ""
    #expect(etude.territoire == .metropole)
  }

  @Test("the degressive right alone: 300,00 € in 2011 is 10 % of 125,00 € and 6,5 % of the rest (al. 3, R063)")
  func degressive() {
    let found = TarifJudiciaire.explicationDuDroit(sur: .euros(300), le: Jour(2011, 2, 1), .metropole)
    // 12,50 + 11,375 = 23,88; × 1,196 = 28,56.
    #expect(plain(found.resultat) == "23,88 € HT, 4,68 € de TVA, 28,56 € TTC")
    #expect(found.valeurs.count == 2)
  }
}
