import Convention
import Testing

@Suite("Cahier 3 et 4, art. 22 — échanges dématérialisés et retour au papier")
struct CanauxTests {
  private static let (poste, autrePoste) = (Codique("031012"), Codique("031013"))
  private static let sansPapier = Refus(.echangesDematerialises, under: Article(.cahierDesCharges, "4", alinea: 1))
  private static let surPapier = Refus(.echangesSurPapier, under: Article(.cahierDesCharges, "3", alinea: 5))

  private static let tableur = ContratDepartemental(du: VieDeContrat.du, importTableur: true)

  @Test("R089: a paper demand to a member étude is refused, every other channel is open")
  func member() throws {
    let contrat = try VieDeContrat.signee(Self.tableur).histoire.contrat(on: Jour(2026, 3, 2))
    let jour = Jour(2026, 3, 2)
    for canal in Canal.allCases where canal.estDematerialise {
      try contrat.requireChannel(canal, with: Self.poste, on: jour)
    }
    #expect(throws: CanauxTests.sansPapier) { try contrat.requireChannel(.papier, with: Self.poste, on: jour) }
  }

  @Test("R088: on paper from its first day to the day before the return, and each day in one mode only")
  func paper() throws {
    var vie = try VieDeContrat.signee(Self.tableur)
    let (first, back) = (Jour(2026, 3, 10), Jour(2026, 4, 1))
    vie.follow(try vie.histoire.passerAuPapier(.actionsInsuffisantes, du: first, on: Jour(2026, 3, 9)))
    vie.follow(try vie.histoire.revenirAuDematerialise(du: back, on: Jour(2026, 3, 30)))
    let contrat = vie.histoire.contrat(on: back)
    for (jour, papier) in [
      (first.adding(days: -1), false), (first, true), (back.adding(days: -1), true), (back, false),
    ] {
      #expect(contrat.isOnPaper(with: CanauxTests.poste, on: jour) == papier)
      for canal in Canal.allCases {
        let open = (try? contrat.requireChannel(canal, with: CanauxTests.poste, on: jour)) != nil
        #expect(open == (canal.estDematerialise != papier))
      }
    }
    #expect(throws: CanauxTests.surPapier) { try contrat.requireChannel(.fichier, with: nil, on: first) }
  }

  @Test("R088: not twice at once, not for a day gone, and the return only from paper")
  func refused() throws {
    var vie = try VieDeContrat.signee()
    let jour = Jour(2026, 3, 10)
    #expect(throws: CanauxTests.sansPapier) { try vie.histoire.revenirAuDematerialise(du: jour, on: jour) }
    #expect(throws: Refus(.modeRetroactif, under: Article(.cahierDesCharges, "3", alinea: 5))) {
      try vie.histoire.passerAuPapier(.dysfonctionnementsPersistants, du: jour.adding(days: -1), on: jour)
    }
    vie.follow(try vie.histoire.passerAuPapier(.dysfonctionnementsPersistants, du: jour, on: jour))
    let before = vie.histoire
    #expect(throws: CanauxTests.surPapier) {
      try vie.histoire.passerAuPapier(.actionsInsuffisantes, du: Jour(2026, 5, 1), on: jour)
    }
    #expect(throws: CanauxTests.sansPapier) { try vie.histoire.revenirAuDematerialise(du: jour, on: jour) }
    #expect(vie.histoire == before)
    vie.follow(try vie.histoire.revenirAuDematerialise(du: Jour(2026, 3, 11), on: jour))
    #expect(throws: CanauxTests.surPapier) {
      try vie.histoire.passerAuPapier(.actionsInsuffisantes, du: jour, on: jour)
    }
    // Reversible, and again.
    vie.follow(try vie.histoire.passerAuPapier(.actionsInsuffisantes, du: Jour(2026, 3, 11), on: jour))
    #expect(vie.histoire.contrat(on: jour).clauses.papier.count == 2)
  }

  @Test("R088: on paper with one poste, the others go on by files; each goes back on its own")
  func onePoste() throws {
    var vie = try VieDeContrat.signee()
    let (jour, back) = (Jour(2026, 3, 10), Jour(2026, 3, 20))
    vie.follow(try vie.histoire.passerAuPapier(.actionsInsuffisantes, poste: Self.poste, du: jour, on: jour))
    #expect(throws: Never.self) {
      try vie.histoire.contrat(on: jour).requireChannel(.fichier, with: Self.autrePoste, on: jour)
      try vie.histoire.contrat(on: jour).requireChannel(.papier, with: Self.poste, on: jour)
    }
    #expect(throws: Self.surPapier) {
      try vie.histoire.contrat(on: jour).requireChannel(.saisie, with: Self.poste, on: jour)
    }
    // Neither twice with one poste, nor with all while it lasts.
    for poste in [Self.poste, nil] {
      #expect(throws: Self.surPapier) {
        try vie.histoire.passerAuPapier(.actionsInsuffisantes, poste: poste, du: back, on: jour)
      }
    }
    vie.follow(try vie.histoire.passerAuPapier(.actionsInsuffisantes, poste: Self.autrePoste, du: jour, on: jour))
    // What was decided for all is what ends for all.
    #expect(throws: Self.sansPapier) { try vie.histoire.revenirAuDematerialise(du: back, on: jour) }
    vie.follow(try vie.histoire.revenirAuDematerialise(poste: Self.poste, du: back, on: jour))
    let contrat = vie.histoire.contrat(on: jour)
    #expect(!contrat.isOnPaper(with: Self.poste, on: back) && contrat.isOnPaper(with: Self.autrePoste, on: back))
  }

  @Test("R088: a contract that is not complete does not change its mode")
  func incomplete() throws {
    #expect(throws: Refus(.contratIncomplet, under: Article(1, alinea: 3))) {
      try VieDeContrat().histoire.passerAuPapier(.actionsInsuffisantes, du: Jour(2026, 3, 2), on: Jour(2026, 3, 2))
    }
  }

  @Test("R139: without its clause, a demand by spreadsheet is refused")
  func spreadsheet() throws {
    let jour = Jour(2026, 3, 2)
    let sans = ContratDepartemental(du: VieDeContrat.du)
    #expect(throws: Refus(.importNonPrevu, under: Article(.annexeEchanges, "II.1.2"))) {
      try sans.requireChannel(.tableur, with: nil, on: jour)
    }
    try sans.requireChannel(.saisie, with: nil, on: jour)
    try ContratDepartemental(du: VieDeContrat.du, importTableur: true).requireChannel(.tableur, with: nil, on: jour)
  }

  @Test("R138: an application that is not ready sends no file, and may still type or use the spreadsheet")
  func readiness() throws {
    let ouverture = OuvertureDApplication("HELIOS", du: Jour(2026, 3, 2))
    let contrat = ContratDepartemental(du: VieDeContrat.du, clauses: .init(ouvertures: [ouverture]))
    let refus = Refus(.posteNonOuvert, under: Article(.annexeEchanges, "II.1.2"))
    #expect(throws: refus) { try contrat.requireReadiness(of: "HELIOS", by: .fichier, on: Jour(2026, 3, 1)) }
    #expect(throws: refus) { try contrat.requireReadiness(of: "AUTRE", by: .fichier, on: Jour(2026, 3, 2)) }
    try contrat.requireReadiness(of: "HELIOS", by: .fichier, on: Jour(2026, 3, 2))
    for canal in [Canal.saisie, .tableur] {
      try contrat.requireReadiness(of: "AUTRE", by: canal, on: Jour(2026, 3, 1))
    }
    try ContratDepartemental(du: VieDeContrat.du).requireReadiness(of: "AUTRE", by: .fichier, on: Jour(2026, 3, 1))
  }
}
