import Convention
import Testing

@Suite("Art. 8 — annulation d'un événement déjà transmis (20)")
struct AnnulationTests {
  private let jour = Jour(2026, 3, 10)

  @Test("a reduction undone gives its amount back")
  func reduction() throws {
    var vie = try Vie.recue()
    vie.update(.code("02", 1, le: jour, montant: .euros(30)))
    vie.update(.code("06", 2, le: jour, montant: .euros(20)))
    vie.update(.code("20", 3, le: jour, annule: 1))
    #expect(vie.dossier.resteDu == .euros(80))
  }

  @Test("undone, a reduction lets the later ones reach what it had taken")
  func replay() throws {
    var vie = try Vie.recue(.exemple([.exemple(1, .euros(10)), .exemple(2, .euros(20))]))
    vie.update(.code("02", 1, le: jour, montant: .euros(10)))
    vie.update(.code("06", 2, le: jour, montant: .euros(15)))
    #expect(vie.dossier.dus == [0, 5_00])
    vie.update(.code("20", 3, le: jour, annule: 1))
    #expect(vie.dossier.dus == [0, 15_00])
  }

  @Test(
    "a stop undone reopens the dossier at the same étude; the clock does not start again",
    arguments: ["01", "03", "05", "12"])
  func stop(_ code: String) throws {
    var vie = try Vie.recue()
    vie.update(.code(code, 1, le: jour, montant: .euros(100)))
    #expect(vie.dossier.estClos)
    let events = vie.update(.code("20", 2, le: Jour(2026, 3, 12), annule: 1))
    #expect(events.genres == [.actualisationRecue, .dossierRouvert])
    #expect(events.rouvert?.etude == Exemple.etude)
    #expect(vie.dossier.estOuvert)
    #expect(vie.dossier.resteDu == .euros(100))
    #expect(vie.dossier.terme == Jour(2026, 5, 16))
  }

  @Test("reopened after its term, the dossier ends again the same evening")
  func reopenedTooLate() throws {
    var vie = try Vie.recue()
    vie.update(.code("12", 1, le: jour))
    let events = vie.update(.code("20", 2, le: Jour(2026, 6, 1), annule: 1))
    #expect(events.rouvert != nil)
    let fin = vie.close(Jour(2026, 6, 1)).fin
    #expect(fin?.motif == "02")
    #expect(fin?.date == Jour(2026, 5, 16))
  }

  @Test("the reduction that had paid the debt off reopens the dossier when undone")
  func paidOff() throws {
    var vie = try Vie.recue()
    vie.update(.code("06", 1, le: jour, montant: .euros(100)))
    let events = vie.update(.code("20", 2, le: jour, annule: 1))
    #expect(events.rouvert != nil)
    #expect(vie.dossier.resteDu == .euros(100))
  }

  @Test("a suspension undone lets the term end the dossier that evening")
  func suspension() throws {
    var vie = try Vie.recue()
    vie.update(.code("08", 1, le: jour))
    vie.close(Jour(2026, 5, 31))
    vie.update(.code("20", 2, le: Jour(2026, 6, 1), annule: 1))
    #expect(vie.close(Jour(2026, 6, 1)).fin?.date == Jour(2026, 5, 16))
  }

  @Test("a resumption undone suspends the dossier again")
  func resumption() throws {
    var vie = try Vie.recue()
    vie.update(.code("08", 1, le: jour))
    vie.update(.code("09", 2, le: Jour(2026, 4, 1)))
    #expect(!vie.dossier.estSuspendu(on: Jour(2026, 4, 1)))
    vie.update(.code("20", 3, le: Jour(2026, 4, 2), annule: 2))
    #expect(vie.dossier.estSuspendu(on: Jour(2026, 4, 2)))
  }

  @Test("a resumption undone reopens the dossier that its term had ended meanwhile")
  func resumptionThatEnded() throws {
    var vie = try Vie.recue()
    vie.update(.code("08", 1, le: jour))
    vie.update(.code("09", 2, le: Jour(2026, 6, 1)))
    vie.close(Jour(2026, 6, 1))
    #expect(vie.dossier.estClos)
    let events = vie.update(.code("20", 3, le: Jour(2026, 6, 2), annule: 2))
    #expect(events.rouvert?.etude == Exemple.etude)
    #expect(vie.close(from: Jour(2026, 6, 2), through: Jour(2026, 7, 1)).isEmpty)
  }

  @Test("a new suspension does not reopen a dossier that its term had ended")
  func suspensionAfterTerm() throws {
    var vie = try Vie.recue()
    vie.close(Jour(2026, 5, 17))
    #expect(vie.update(.code("08", le: Jour(2026, 5, 18))).genres == [.actualisationRecue])
    #expect(vie.dossier.estClos)
  }

  @Test("a date fixed by 13 and undone gives the former term back")
  func term() throws {
    var vie = try Vie.recue()
    vie.update(.code("13", 1, le: jour, fin: Jour(2026, 6, 30)))
    vie.update(.code("13", 2, le: jour, fin: Jour(2026, 7, 31)))
    vie.update(.code("20", 3, le: jour, annule: 2))
    #expect(vie.dossier.terme == Jour(2026, 6, 30))
    vie.update(.code("20", 4, le: jour, annule: 1))
    #expect(vie.dossier.terme == Jour(2026, 5, 16))
  }

  @Test("an earlier date undone reopens the dossier that it had ended, if the contract's term is not passed")
  func earlierTerm() throws {
    var vie = try Vie.recue()
    vie.update(.code("13", 1, le: jour, fin: Jour(2026, 4, 1)))
    vie.close(Jour(2026, 4, 2))
    #expect(vie.dossier.estClos)
    #expect(vie.update(.code("20", 2, le: Jour(2026, 4, 3), annule: 1)).rouvert != nil)
    #expect(vie.close(Jour(2026, 4, 3)).fin == nil)
    #expect(vie.dossier.terme == Jour(2026, 5, 16))
  }

  @Test("an extension undone after the contract's term ends the dossier that evening")
  func extensionUndone() throws {
    var vie = try Vie.recue()
    vie.update(.code("13", 1, le: jour, fin: Jour(2026, 7, 31)))
    vie.update(.code("20", 2, le: Jour(2026, 6, 1), annule: 1))
    #expect(vie.close(Jour(2026, 6, 1)).fin?.date == Jour(2026, 5, 16))
  }

  @Test("an annulation undone by another one gives the first event its effect back")
  func anotherAnnulation() throws {
    var vie = try Vie.recue()
    vie.update(.code("12", 1, le: jour))
    vie.update(.code("20", 2, le: jour, annule: 1))
    #expect(vie.dossier.estOuvert)
    let fin = vie.update(.code("20", 3, le: Jour(2026, 3, 11), annule: 2)).fin
    #expect(fin?.motif == "03")
    #expect(fin?.numeroEvenement == 3)
    #expect(fin?.date == Jour(2026, 3, 11))
  }

  @Test("an unknown event: without effect, even if an event of that number comes afterwards")
  func unknown() throws {
    var vie = try Vie.recue()
    #expect(vie.update(.code("20", 1, le: jour, annule: 9)).genres == [.actualisationRecue])
    #expect(vie.dossier.resteDu == .euros(100))
    vie.update(.code("02", 9, le: jour, montant: .euros(40)))
    #expect(vie.dossier.resteDu == .euros(60))
  }

  @Test("an annulation that cites itself has no effect and ends nothing")
  func itself() throws {
    var vie = try Vie.recue()
    #expect(vie.update(.code("20", 1, le: jour, annule: 1)).genres == [.actualisationRecue])
    #expect(vie.dossier.estOuvert)
  }

  @Test("two stops: undoing one leaves the dossier ended by the other")
  func twoStops() throws {
    var vie = try Vie.recue()
    vie.update(.code("12", 1, le: jour))
    vie.update(.code("01", 2, le: jour))
    #expect(vie.update(.code("20", 3, le: jour, annule: 1)).genres == [.actualisationRecue])
    #expect(vie.update(.code("20", 4, le: jour, annule: 2)).rouvert != nil)
    #expect(vie.dossier.resteDu == .euros(100))
  }

  @Test("recalled while it waited for an étude, a dossier waits again once the recall is undone")
  func waiting() {
    var vie = Vie(transmise: .exemple())
    vie.follow([.dossierMisEnAttente(DossierMisEnAttente(raison: .adresse))])
    vie.update(.code("12", 1, le: jour))
    #expect(vie.update(.code("20", 2, le: jour, annule: 1)).rouvert?.etude == nil)
    #expect(vie.dossier.etat == .enAttente(.adresse))
  }

  @Test("a dossier that its étude refused goes back to waiting, never to that étude")
  func waitingAfterRefusal() throws {
    var vie = Vie()
    try vie.receive(.refusEtude, fait: Jour(2026, 3, 3), relais: .designation)
    vie.update(.code("12", 1, le: jour))
    let events = vie.update(.code("20", 2, le: jour, annule: 1))
    #expect(events.rouvert?.etude == nil)
    #expect(vie.dossier.etat == .enAttente(.etude))
  }
}
