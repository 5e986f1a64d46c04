import Convention
import Testing

@Suite("Art. 9 et 10 — terme de la phase")
struct TermeTests {
  private func terme(
    _ phase: Phase, recu: Jour, delaiDays: Int, insee: String? = nil
  ) throws -> Jour? {
    var vie = Vie(
      .exemple(phase: phase), remise: recu, delaiDays: delaiDays, insee: insee.flatMap(CodeInsee.init))
    try vie.acknowledge(recu)
    return vie.dossier.terme
  }

  @Test("art. 9, al. 1 (R027): 75 days or the contract's, calendar days, never postponed", arguments: Vecteur.all)
  func comminatoire(_ vecteur: Vecteur) throws {
    #expect(try terme(.comminatoire, recu: vecteur.depart, delaiDays: vecteur.days) == vecteur.fin)
  }

  @Test("art. 10, al. 1 (R032): the judicial term is postponed by art. 642", arguments: Vecteur.all)
  func judiciaire(_ vecteur: Vecteur) throws {
    #expect(try terme(.judiciaire, recu: vecteur.depart, delaiDays: vecteur.days) == vecteur.reporte)
  }

  @Test("art. 10: in Colmar the day after Christmas is a holiday, in Toulouse it is not")
  func alsace() throws {
    let recu = Jour(2024, 12, 17)
    #expect(try terme(.judiciaire, recu: recu, delaiDays: 8, insee: "68066") == Jour(2024, 12, 27))
    #expect(try terme(.judiciaire, recu: recu, delaiDays: 8, insee: "31555") == Jour(2024, 12, 26))
    #expect(try terme(.comminatoire, recu: recu, delaiDays: 8, insee: "68066") == Jour(2024, 12, 25))
  }

  @Test("received on 5 January 2026, the term is 21 March and the dossier ends on the evening of the 22nd (R027)")
  func dayAfter() throws {
    var vie = Vie(remise: Jour(2026, 1, 5))
    try vie.acknowledge(Jour(2026, 1, 5))
    try vie.receive(.lettre("01", Jour(2026, 1, 6)), fait: Jour(2026, 1, 6))
    let before = vie.close(from: Jour(2026, 1, 6), through: Jour(2026, 3, 21))
    #expect(before.fin == nil)
    #expect(vie.dossier.estOuvert)
    let fin = try #require(vie.close(Jour(2026, 3, 22)).fin)
    #expect(fin.motif == "02")
    #expect(fin.date == Jour(2026, 3, 21))
    #expect(fin.resteDu == .euros(100))
    #expect(fin.reprise)
    #expect(fin.etude == Exemple.etude)
    #expect(fin.numeroEvenement == nil)
    #expect(vie.close(from: Jour(2026, 3, 23), through: Jour(2026, 4, 30)).isEmpty)
  }

  @Test("art. 11, al. 3 (R047): one cent still due is resumed by the comptable")
  func oneCent() throws {
    var vie = try Vie.recue()
    try vie.receive(.paiement("P1", .euros(99, 99)), fait: Jour(2026, 3, 4))
    let fin = vie.close(Jour(2026, 5, 17)).fin
    #expect(fin?.resteDu == Montant(cents: 1))
    #expect(fin?.reprise == true)
  }

  @Test("art. 11, al. 3 (R047): paid in full, it ended as paid and nothing is resumed at the term")
  func nothingDue() throws {
    var vie = try Vie.recue()
    let fin = try vie.receive(.paiement("P1", .euros(100)), fait: Jour(2026, 3, 4)).fin
    #expect(fin?.motif == "01")
    #expect(fin?.reprise == false)
    #expect(vie.close(from: Jour(2026, 3, 4), through: Jour(2026, 5, 20)).isEmpty)
  }

  @Test("before any reception there is no term, and no dossier ends")
  func noReception() {
    let vie = Vie()
    #expect(vie.dossier.terme == nil)
    #expect(vie.dossier.decideSoir(Jour(2026, 3, 9)).isEmpty)
  }
}

@Suite("Art. 9, al. 3 — terme fixé par le comptable (13)")
struct TermeFixeTests {
  @Test("later: the dossier lives on until the new date, included (R031, R137)")
  func later() throws {
    var vie = try Vie.recue()
    vie.update(.code("13", le: Jour(2026, 5, 10), fin: Jour(2026, 6, 30)))
    #expect(vie.dossier.terme == Jour(2026, 6, 30))
    #expect(vie.close(from: Jour(2026, 5, 10), through: Jour(2026, 6, 30)).fin == nil)
    #expect(vie.close(Jour(2026, 7, 1)).fin?.date == Jour(2026, 6, 30))
  }

  @Test("earlier: the dossier ends sooner")
  func earlier() throws {
    var vie = try Vie.recue()
    vie.update(.code("13", le: Jour(2026, 3, 10), fin: Jour(2026, 4, 1)))
    #expect(vie.close(Jour(2026, 4, 1)).fin == nil)
    #expect(vie.close(Jour(2026, 4, 2)).fin?.date == Jour(2026, 4, 1))
  }

  @Test("in a judicial recovery too the comptable's date is not postponed")
  func sunday() throws {
    var vie = try Vie.recue(.exemple(phase: .judiciaire))
    vie.update(.code("13", le: Jour(2026, 3, 10), fin: Jour(2026, 4, 5)))
    #expect(vie.dossier.terme == Jour(2026, 4, 5))
  }

  @Test(
    "it reopens a dossier ended at its term if the new date is not passed",
    arguments: [(Jour(2026, 5, 19), false), (Jour(2026, 5, 20), true), (Jour(2026, 6, 30), true)])
  func reopening(_ fin: Jour, _ reopened: Bool) throws {
    var vie = try Vie.recue()
    vie.close(Jour(2026, 5, 17))
    #expect(vie.dossier.estClos)
    let events = vie.update(.code("13", le: Jour(2026, 5, 20), fin: fin))
    #expect(events.genres == (reopened ? [.actualisationRecue, .dossierRouvert] : [.actualisationRecue]))
    #expect(vie.dossier.estOuvert == reopened)
    if reopened {
      #expect(events.rouvert?.etude == Exemple.etude)
      #expect(vie.dossier.remise?.reception?.jour == Exemple.remise)
      #expect(vie.close(fin).fin == nil)
      #expect(vie.close(fin.adding(days: 1)).fin?.date == fin)
    }
  }

  @Test("it does not reopen a dossier ended for another reason", arguments: ["12", "01"])
  func otherEnd(_ code: String) throws {
    var vie = try Vie.recue()
    vie.update(.code(code, 1, le: Jour(2026, 3, 10)))
    let events = vie.update(.code("13", 2, le: Jour(2026, 3, 11), fin: Jour(2026, 6, 30)))
    #expect(events.genres == [.actualisationRecue])
    #expect(vie.dossier.estClos)
  }

  @Test("annexe II.1.1 c (R137): asking does not extend, and neither does a refusal (14)")
  func askedAndRefused() throws {
    var vie = try Vie.recue()
    let asked = DemandeProlongation(finDemandee: Jour(2026, 6, 30), motif: "01")
    let events = try vie.receive(.prolongation(asked), fait: Jour(2026, 5, 2))
    #expect(events.genres == [.prolongationDemandee])
    #expect(vie.dossier.terme == Jour(2026, 5, 16))
    vie.update(.code("14", le: Jour(2026, 5, 5)))
    #expect(vie.dossier.terme == Jour(2026, 5, 16))
    #expect(vie.close(Jour(2026, 5, 17)).fin?.motif == "02")
  }

  @Test("an extension that would end on the day of the request or before is refused and changes nothing")
  func notLater() throws {
    var vie = try Vie.recue()
    let before = vie.dossier
    for fin in [Jour(2026, 5, 1), Jour(2026, 5, 2)] {
      #expect(throws: Refus(.termeDemandeNonPosterieur, under: Article(9, alinea: 3))) {
        try vie.receive(
          .prolongation(DemandeProlongation(finDemandee: fin, motif: "01")), fait: Jour(2026, 5, 2))
      }
    }
    #expect(vie.dossier == before)
    try vie.receive(
      .prolongation(DemandeProlongation(finDemandee: Jour(2026, 5, 3), motif: "01")),
      fait: Jour(2026, 5, 2))
    #expect(vie.dossier.prolongations.count == 1)
  }
}
