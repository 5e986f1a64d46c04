import Testing

@testable import Convention

@Suite("Art. 10 à 12 — comptes rendus, formulaires et rectifications")
struct RestitutionsTests {
  private let jour = Jour(2026, 3, 10)
  private func formulaire(_ etat: String = "EP-1") -> Message.Contenu {
    .retour(RetourCirconstancie(etatPoursuites: etat, referenceDocument: "RC-1"))
  }

  @Test("art. 12 ▸3 (R043, R051): a dossier that the comptable suspended is handed back with its form only")
  func form() throws {
    var vie = try Vie.judiciaire()
    #expect(throws: Refus(.formulaireSansSuspension, under: Article(12))) { try vie.receive(formulaire(), fait: jour) }
    vie.update(.code("10", le: jour))
    #expect(vie.dossier.attendFormulaire)
    let before = vie.dossier
    #expect(throws: Refus(.suspensionSansFormulaire, under: Article(12))) { try vie.receive(.rendu("09"), fait: jour) }
    #expect(throws: Refus(.sansEtatDePoursuites, under: Article(12))) {
      try vie.receive(formulaire("EP-2"), fait: jour)
    }
    #expect(vie.dossier == before)
    #expect(try vie.receive(formulaire(), fait: jour).genres == [.retourEtabli])
    #expect(try vie.receive(.rendu("09"), fait: jour).genres == [.phaseTerminee])
  }

  @Test("art. 12 ▸3 (R051): stopped by the comptable, the form still comes after the end")
  func afterTheEnd() throws {
    var vie = try Vie.judiciaire()
    vie.update(.code("12", le: jour))
    #expect(vie.dossier.estClos && vie.dossier.attendFormulaire)
    #expect(try vie.receive(formulaire(), fait: jour).genres == [.retourEtabli])
    #expect(!vie.dossier.attendFormulaire)
    #expect(throws: Refus.self) { try vie.receive(formulaire(), fait: jour) }
  }

  @Test(
    "art. 12 ▸2 (R049): a procès-verbal drawn up before the end counts when it comes after; one drawn up after does not"
  )
  func lateActs() throws {
    var vie = try Vie.judiciaire()
    vie.update(.code("12", le: jour))
    #expect(try vie.act(.tentative, le: jour).genres == [.acteSignale])
    #expect(try vie.act(.tentative, le: jour.adding(days: 1)).genres == [.messageConserve])
  }

  @Test("art. 10, al. 2 (R033): a progress report is kept, and belongs to the judicial recovery alone")
  func progress() throws {
    let item = Message.Contenu.avancement(Avancement(etape: "02"))
    var vie = try Vie.judiciaire()
    #expect(try vie.receive(item, fait: jour).genres == [.avancementSignale])
    #expect(vie.dossier.poursuites.avancements.map(\.entete.fait) == [jour])
    var amicable = try Vie.recue()
    #expect(throws: Refus(.horsPhaseJudiciaire, under: Article(10, alinea: 2))) {
      try amicable.receive(item, fait: jour)
    }
  }

  @Test("a mistake of the étude is taken back once: both facts remain, only the right one counts")
  func rectified() throws {
    var vie = try Vie.recue()
    try vie.receive(.lettre("01", jour), fait: jour)
    let numero = vie.numero
    #expect(vie.dossier.actions.premiereLettre == jour)
    let item = Message.Contenu.rectification(Rectification(message: numero, motif: "lettre d’un autre dossier"))
    #expect(try vie.receive(item, fait: jour).genres == [.messageRectifie])
    #expect(vie.dossier.actions.total == 0)
    #expect(vie.dossier.actions.premiereLettre == nil)
    #expect(vie.dossier.premiereLettreDue == Jour(2026, 3, 5))
    #expect(vie.histoire.genres.contains(.actionEngagee))
    #expect(throws: Refus(.messageInconnu, under: Article(7))) { try vie.receive(item, fait: jour) }
  }

  @Test("a payment is not taken back, it is cancelled; nor is another étude's message")
  func notRectified() throws {
    var vie = try Vie.recue()
    try vie.receive(.paiement("P1", .euros(10)), fait: jour)
    let before = vie.dossier
    let payment = Message.Contenu.rectification(Rectification(message: vie.numero, motif: "erreur"))
    #expect(throws: Refus(.rectificationImpossible, under: Article(7))) { try vie.receive(payment, fait: jour) }
    let unknown = Message.Contenu.rectification(Rectification(message: 99, motif: "erreur"))
    #expect(throws: Refus(.messageInconnu, under: Article(7))) { try vie.receive(unknown, fait: jour) }
    #expect(vie.dossier == before)
  }

  @Test("a rectified act frees what it had allowed: no request to sell without a saisie (R039)")
  func rectifiedAct() throws {
    var vie = try Vie.judiciaire()
    try vie.act(.saisieVente, le: jour)
    let item = Message.Contenu.rectification(Rectification(message: vie.numero, motif: "autre débiteur"))
    try vie.receive(item, fait: jour)
    #expect(throws: Refus.self) {
      try vie.receive(.autorisation(DemandeAutorisation(objet: "V", referenceDocument: "PV-1")), fait: jour)
    }
  }
}
