import Testing

@testable import Convention

@Suite("Art. 10, al. 3, 6 et 7 — accords du comptable")
struct AccordsTests {
  private let jour = Jour(2026, 3, 10)

  @Test(
    "art. 10, al. 3 (R034): above the written threshold doors may be forced; equal or without one, not",
    arguments: [(300_00, false), (299_99, true), (300_01, false), (nil, false)] as [(Int64?, Bool)])
  func threshold(_ seuil: Int64?, _ permise: Bool) throws {
    var vie = try Vie.judiciaire()
    let seuil = seuil.map { Montant(cents: $0) }
    let before = vie.dossier
    if permise {
      #expect(try vie.act(.saisieVente, le: jour, seuil: seuil, ouvertureForcee: true).genres == [.acteSignale])
    } else {
      #expect(throws: Refus(.ouvertureSansPermission, under: Article(10, alinea: 3))) {
        try vie.act(.saisieVente, le: jour, seuil: seuil, ouvertureForcee: true)
      }
      #expect(vie.dossier == before)
    }
    #expect(try vie.act(.saisieVente, le: jour, seuil: seuil, ouvertureForcee: false).genres == [.acteSignale])
  }

  @Test("art. 10, al. 3 (R035): below it, with the comptable's express permission, given with the demand or since")
  func permission() throws {
    let ouverture = EtatDePoursuites.PermissionDOuverture(reference: "L-1", date: Jour(2026, 2, 27))
    var with = try Vie.judiciaire(.exemple(ouverture: ouverture))
    #expect(try with.act(.saisieVente, le: jour, seuil: .euros(500), ouvertureForcee: true).genres == [.acteSignale])
    var since = try Vie.judiciaire()
    try since.ask(DemandeAutorisation(objet: "O", montant: .euros(300)), le: jour, reponse: "16")
    #expect(try since.act(.saisieVente, le: jour, ouvertureForcee: true).genres == [.acteSignale])
    var refused = try Vie.judiciaire()
    try refused.ask(DemandeAutorisation(objet: "O", montant: .euros(300)), le: jour, reponse: "17")
    #expect(throws: Refus.self) { try refused.act(.saisieVente, le: jour, ouvertureForcee: true) }
  }

  @Test("art. 10, al. 6 (R039): no sale before the comptable agreed, on the copy of the procès-verbal")
  func sale() throws {
    var vie = try Vie.judiciaire()
    let request = DemandeAutorisation(objet: "V", referenceDocument: "PV-1")
    let early = Refus(.venteSansSaisie, under: Article(10, alinea: 6))
    #expect(throws: early) { try vie.receive(.autorisation(request), fait: jour) }
    try vie.act(.saisieVente, le: jour)
    #expect(throws: early) { try vie.receive(.autorisation(DemandeAutorisation(objet: "V")), fait: jour) }
    let blocked = Refus(.venteSansAutorisation, under: Article(10, alinea: 6))
    for acte in [Acte.Code.dateDeVente, .certificationPublicite, .enlevement] {
      #expect(throws: blocked) { try vie.act(acte, le: jour) }
    }
    try vie.ask(request, le: jour, reponse: nil)
    let asked = vie.numero
    #expect(vie.dossier.autorisations.last?.attendReponse == true)
    #expect(throws: blocked) { try vie.act(.dateDeVente, le: jour) }
    vie.update(.code("16", le: jour, message: asked))
    #expect(vie.dossier.autorisations.last?.estAccordee == true)
    #expect(try vie.act(.dateDeVente, le: jour).genres == [.acteSignale])
  }

  @Test("art. 10, al. 6 (R039): a refusal is recorded, and an answer that is undone waits again")
  func refusal() throws {
    var vie = try Vie.judiciaire()
    try vie.act(.saisieVente, le: jour)
    try vie.ask(DemandeAutorisation(objet: "V", referenceDocument: "PV-1"), le: jour, reponse: "17", evenement: 5)
    #expect(vie.dossier.autorisations.last?.reponse == .refusee(le: jour))
    #expect(throws: Refus.self) { try vie.act(.dateDeVente, le: jour) }
    vie.update(.code("20", 6, le: jour, annule: 5))
    #expect(vie.dossier.autorisations.last?.attendReponse == true)
  }

  @Test("art. 10, al. 7 (R015, R040): another measure waits for the comptable's express consent")
  func otherMeasure() throws {
    var vie = try Vie.judiciaire()
    let refus = Refus(.mesureSansAccord, under: Article(10, alinea: 7))
    #expect(throws: refus) { try vie.act(.saisieAttribution, le: jour) }
    try vie.ask(DemandeAutorisation(objet: "M", mesure: "VEH", motif: "véhicule"), le: jour, reponse: "16")
    #expect(throws: refus) { try vie.act(.saisieAttribution, le: jour) }
    #expect(try vie.act(.immobilisation, le: jour).genres == [.acteSignale])
    #expect(try vie.act(.commandement, le: jour).genres == [.acteSignale])
    var free = try Vie.judiciaire(.exemple("AUT"))
    #expect(try free.act(.saisieAttribution, le: jour).genres == [.acteSignale])
  }

  @Test("art. 10 (R035, R039, R040): in the phase comminatoire nothing of this is asked")
  func amicable() throws {
    var vie = try Vie.recue()
    let before = vie.dossier
    #expect(throws: Refus(.horsPhaseJudiciaire, under: Article(10))) {
      try vie.receive(.autorisation(DemandeAutorisation(objet: "O", montant: .euros(1))), fait: jour)
    }
    #expect(vie.dossier == before)
  }
}
