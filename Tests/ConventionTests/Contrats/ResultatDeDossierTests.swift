import Testing

@testable import Convention

@Suite("Art. 9 et annexe qualité II.1 — ce qu’un dossier apporte aux résultats")
struct ResultatDeDossierTests {
  private static func titre(_ rang: Int, _ nature: String, _ reste: Montant) -> Titre {
    var titre = Titre.exemple(rang, reste, emission: Jour(2024, rang, 1))
    titre.nature = nature
    return titre
  }

  @Test("R028, R175: money goes to each titre, the dossier counts once, what was taken back counts no more")
  func parts() throws {
    let demande = Demande.exemple([
      ResultatDeDossierTests.titre(1, "CAN", .euros(60)), ResultatDeDossierTests.titre(2, "EAU", .euros(40)),
    ])
    var vie = try Vie.recue(demande)
    try vie.receive(.paiement("P1", .euros(70)), fait: Jour(2026, 3, 10))
    try vie.receive(.paiement("P2", .euros(10)), fait: Jour(2026, 3, 11))
    try vie.receive(.annulation("P3", de: "P2", .euros(10)), fait: Jour(2026, 3, 12))
    #expect(
      Resultat.rassembler(Resultat.parTitre(vie.dossier, .nature)) == [
        Resultat(.init(.nature, "CAN"), demande: .euros(60), recouvre: .euros(60), nombre: 1),
        Resultat(.init(.nature, "EAU"), demande: .euros(40), recouvre: .euros(10), nombre: 0),
      ])
    #expect(
      Resultat.rassembler(Resultat.parTitre(vie.dossier, .collectivite)) == [
        Resultat(.init(.collectivite, "COM-101"), demande: .euros(100), recouvre: .euros(70), nombre: 1)
      ])
  }

  @Test("R027: where the contract says so, day 0 is the demand; the judicial recovery keeps the reception")
  func dayZero() throws {
    func terme(_ phase: Phase, _ depart: DepartDuDelai?) throws -> Jour? {
      var vie = Vie(transmise: .exemple(phase: phase))
      var remis = DossierRemis.exemple(delaiDays: 75)
      remis.depart = depart
      vie.follow([.dossierRemis(remis)])
      try vie.receive(.accuse(.exemple(Jour(2026, 3, 4))), fait: Jour(2026, 3, 4))
      return vie.dossier.terme
    }
    #expect(try terme(.comminatoire, nil) == Jour(2026, 3, 4).adding(days: 75))
    #expect(try terme(.comminatoire, .dateDeLaDemande) == Jour(2026, 2, 27).adding(days: 75))
    #expect(try terme(.judiciaire, .dateDeLaDemande) == terme(.judiciaire, nil))
  }

  @Test("R088: no dossier is handed over to an étude whose exchanges are back on paper")
  func paper() throws {
    var vie = Vie(transmise: .exemple())
    vie.follow([.dossierMisEnAttente(DossierMisEnAttente(raison: .adresse))])
    var contrat = ContratDepartemental(du: Jour(2025, 1, 1))
    contrat.clauses.papier = [
      PeriodeSurPapier(du: Exemple.remise, au: Exemple.remise, motif: .actionsInsuffisantes)
    ]
    let etude = Etude(code: Exemple.etude, nom: "X", contrats: [contrat], ressort: [Exemple.codePostal])
    #expect(throws: Refus(.echangesSurPapier, under: Article(.cahierDesCharges, "3", alinea: 5))) {
      try vie.dossier.designer(.exemple(), to: etude)
    }
    #expect(try !vie.dossier.designer(.exemple(le: Exemple.remise.adding(days: 1)), to: etude).isEmpty)
  }
}
