import Testing

@testable import Convention

@Suite("Art. 10 et 12 — ce qu’un dossier judiciaire doit encore")
struct RapportsDuDossierTests {
  private let jour = Jour(2026, 3, 10)

  /// Handed over and received on 2 March 2026, under a contract with that period.
  private func vie(_ months: Int?, phase: Phase = .judiciaire, prescription: Jour? = nil) throws -> Vie {
    let poursuites = phase == .judiciaire ? EtatDePoursuites.exemple() : nil
    var vie = Vie(
      transmise: .exemple([.exemple(1, .euros(300))], phase: phase, poursuites: poursuites, prescription: prescription))
    var remis = DossierRemis.exemple(delaiDays: 400)
    remis.compteRenduMonths = months
    vie.follow([.dossierRemis(remis)])
    try vie.receive(.accuse(.exemple(Exemple.remise)), fait: Exemple.remise)
    return vie
  }

  @Test("received on 02/03/2026, every month: the first report is waited for until 02/04, then the next (R033)")
  func reports() throws {
    var vie = try vie(1)
    #expect(vie.dossier.compteRenduDu == Jour(2026, 4, 2))
    try vie.receive(.avancement(Avancement(etape: "02")), fait: Jour(2026, 4, 2))
    #expect(vie.dossier.compteRenduDu == Jour(2026, 5, 2))
    // Two in the same period do not stand for the next one.
    try vie.receive(.avancement(Avancement(etape: "03")), fait: Jour(2026, 4, 20))
    try vie.receive(.avancement(Avancement(etape: "03")), fait: Jour(2026, 4, 21))
    #expect(vie.dossier.compteRenduDu == Jour(2026, 6, 2))
  }

  @Test("without an agreed period, out of the judicial recovery, or once handed back, no report is waited for (R033)")
  func none() throws {
    #expect(try vie(nil).dossier.compteRenduDu == nil)
    #expect(try vie(1, phase: .comminatoire).dossier.compteRenduDu == nil)
    var ended = try vie(1)
    try ended.receive(.rendu("09"), fait: jour)
    #expect(ended.dossier.compteRenduDu == nil)
  }

  @Test("the period of a dossier is that of the contract on the day of its hand-over, for the judicial phase alone")
  func period() {
    var contrat = ContratDepartemental(du: Jour(2026, 1, 1))
    #expect(contrat.compteRenduMonths(.judiciaire, on: jour) == nil)
    contrat.clauses.periodicites = [Periodicite(.compteRendu, months: 2, du: Jour(2026, 2, 1))]
    #expect(contrat.compteRenduMonths(.judiciaire, on: Jour(2026, 1, 31)) == nil)
    #expect(contrat.compteRenduMonths(.judiciaire, on: Jour(2026, 2, 1)) == 2)
    #expect(contrat.compteRenduMonths(.comminatoire, on: Jour(2026, 2, 1)) == nil)
  }

  @Test("an agreement is waited for until the comptable says yes or no (R035, R039, R040)", arguments: ["16", "17"])
  func agreement(_ answer: String) throws {
    var vie = try vie(nil)
    #expect(!vie.dossier.attendAccord)
    try vie.ask(DemandeAutorisation(objet: "M", mesure: "SAT"), le: jour, reponse: nil)
    #expect(vie.dossier.attendAccord)
    vie.update(.code(answer, 1, le: jour, message: vie.numero))
    #expect(!vie.dossier.attendAccord)
  }

  @Test("the prescription is an alert while an étude holds the dossier, and no longer after (R037)")
  func prescription() throws {
    var vie = try vie(nil, prescription: Jour(2027, 1, 1))
    #expect(vie.dossier.prescriptionDue == vie.dossier.prescription.alerte && vie.dossier.prescriptionDue != nil)
    try vie.receive(.rendu("09"), fait: jour)
    #expect(vie.dossier.prescriptionDue == nil)
  }

  @Test("the closing list of a dossier: an act makes an invoice due, a suspension its form (R049–R051)")
  func closing() throws {
    #expect(try vie(nil, phase: .comminatoire).dossier.listeDeCloture() == nil)
    var vie = try vie(nil)
    #expect(vie.dossier.listeDeCloture()?.estComplete == true)
    try vie.act(.commandement, le: jour)
    vie.update(.code("10", le: jour))
    let open = try #require(vie.dossier.listeDeCloture())
    #expect(open.points.map(\.attendu) == [true, true, true, false])
    #expect(open.points.map(\.complet) == [false, true, false, true])
    try vie.receive(
      .retour(RetourCirconstancie(etatPoursuites: "EP-1", referenceDocument: "RC-1")), fait: jour)
    #expect(vie.dossier.listeDeCloture(facture: "F-1")?.estComplete == true)
  }

  @Test("a new address out of the area is written on the état by the centre (R042, R052)")
  func annotation() throws {
    var vie = try vie(nil)
    let adresse = Adresse.corrigee("3 RUE NEUVE")
    try vie.receive(.constat(Constat(code: "NAH", rangRedevable: 1, source: "01", adresse: adresse)), fait: jour)
    #expect(vie.dossier.adressesHorsRessort.map(\.etatAnnote) == ["EP-1"])
    #expect(vie.dossier.listeDeCloture()?.points[3].complet == true)
  }

  @Test("a message announces its document by its fingerprint; taken back, it announces nothing (R081)")
  func announced() throws {
    var vie = try vie(nil)
    var acte = Acte.exemple(.commandement)
    acte.empreinteDocument = "AB12"
    try vie.receive(.acte(acte), fait: jour)
    try vie.act(.commandement, le: jour)
    let found = vie.histoire.documentsAnnonces
    #expect(found.map(\.empreinte) == ["ab12"] && found.map(\.reference) == ["PV-1"])
    try vie.receive(.rectification(Rectification(message: found[0].entete.numero, motif: "erreur")), fait: jour)
    #expect(vie.histoire.documentsAnnonces.isEmpty)
  }

  @Test("yearly from the first day of the contract, then at each period agreed; nothing after its last day (R053)")
  func schedules() throws {
    var contrat = ContratDepartemental(du: Jour(2025, 1, 1), au: Jour(2027, 12, 31))
    func periods() throws -> [String] {
      try EcheancierDesRecapitulatifs.successifs(etude: Exemple.etude, contrat)
        .flatMap { $0.periodes(on: Jour(2030, 1, 1)) }.map(\.texte)
    }
    #expect(
      try periods() == [
        "du 01/01/2025 au 31/12/2025", "du 01/01/2026 au 31/12/2026", "du 01/01/2027 au 31/12/2027",
      ])
    contrat.clauses.periodicites = [
      Periodicite(.etatRecapitulatif, months: 6, du: Jour(2027, 1, 1)),
      Periodicite(.etatRecapitulatif, months: 1, du: Jour(2028, 1, 1)),
    ]
    #expect(
      try periods() == [
        "du 01/01/2025 au 31/12/2025", "du 01/01/2026 au 31/12/2026", "du 01/01/2027 au 30/06/2027",
        "du 01/07/2027 au 31/12/2027",
      ])
  }

  @Test("the refusals of the états récapitulatifs have codes of their own")
  func codes() {
    #expect(Refus.Motif.recapitulatifs.map(\.code) == ["R-135", "R-136"])
    #expect(Set(Refus.Motif.recapitulatifs.map(\.code)).isDisjoint(with: Refus.Motif.rapports.map(\.code)))
  }
}
