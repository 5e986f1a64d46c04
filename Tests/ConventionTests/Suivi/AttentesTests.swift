import Convention
import Testing

@Suite("Art. 9, al. 3 et annexe II.1.1 c — prolongation demandée, en attente de réponse")
struct AttentesTests {
  private let jour = Jour(2026, 5, 2)

  /// An extension asked on 2 May 2026, as message 2 of the étude.
  private func asked() throws -> Vie {
    var vie = try Vie.recue()
    try vie.receive(.prolongation(DemandeProlongation(finDemandee: Jour(2026, 6, 30), motif: "01")), fait: jour)
    return vie
  }

  @Test("asked, it waits; never asked, nothing waits")
  func waits() throws {
    #expect(try asked().dossier.attendProlongation)
    #expect(try !Vie.recue().dossier.attendProlongation)
  }

  @Test("granted (13) or refused (14) since, it no longer waits", arguments: ["13", "14"])
  func answered(_ code: String) throws {
    var vie = try asked()
    vie.update(.code(code, le: jour, fin: Jour(2026, 6, 30)))
    #expect(!vie.dossier.attendProlongation)
  }

  @Test("a date fixed before the request, or an answer to another message, does not answer it")
  func otherAnswer() throws {
    var before = try Vie.recue()
    before.update(.code("13", le: Jour(2026, 4, 1), fin: Jour(2026, 5, 31)))
    try before.receive(.prolongation(DemandeProlongation(finDemandee: Jour(2026, 6, 30), motif: "01")), fait: jour)
    #expect(before.dossier.attendProlongation)
    var other = try asked()
    var answer = Actualisation.code("17", le: jour)
    answer.messageEtude = 99
    other.update(answer)
    #expect(other.dossier.attendProlongation)
    answer = .code("14", 2, le: jour)
    answer.messageEtude = other.dossier.prolongations[0].entete.numero
    other.update(answer)
    #expect(!other.dossier.attendProlongation)
  }

  @Test("an answer undone (20) leaves the request waiting again; the end of the dossier closes it")
  func undone() throws {
    var vie = try asked()
    vie.update(.code("14", 1, le: jour))
    vie.update(.code("20", 2, le: jour, annule: 1))
    #expect(vie.dossier.attendProlongation)
    vie.close(Jour(2026, 5, 17))
    #expect(!vie.dossier.attendProlongation)
  }

  @Test("suspended until the last day of delays granted; without end while any other suspension runs")
  func suspendedUntil() throws {
    var vie = try Vie.recue()
    #expect(vie.dossier.suspenduJusqu == nil)
    vie.update(.code("07", 1, le: Jour(2026, 3, 5), fin: Jour(2026, 4, 5)))
    #expect(vie.dossier.suspenduJusqu == Jour(2026, 4, 5))
    vie.update(.code("08", 2, le: Jour(2026, 3, 9)))
    #expect(vie.dossier.suspenduJusqu == Jour.last)
    vie.update(.code("20", 3, le: Jour(2026, 3, 10), annule: 2))
    #expect(vie.dossier.suspenduJusqu == Jour(2026, 4, 5))
    vie.update(.code("11", 4, le: Jour(2026, 3, 11)))
    #expect(vie.dossier.suspenduJusqu == nil)
  }
}

@Suite("Letters that are due, for the lists of what is missing (R146–R148)")
struct LettresDuesTests {
  @Test("the first letter is due three days after the reception, until it is sent or the debt is paid")
  func first() throws {
    var vie = try Vie.recue()
    let reception = try #require(vie.dossier.remise?.reception?.jour)
    #expect(vie.dossier.premiereLettreDue == reception.adding(days: 3))
    _ = try vie.receive(.lettre("01", reception.adding(days: 1)), fait: reception.adding(days: 1))
    #expect(vie.dossier.premiereLettreDue == nil)
  }

  @Test("the second letter is an alert from fifteen days before the term")
  func second() throws {
    let vie = try Vie.recue()
    let terme = try #require(vie.dossier.terme)
    #expect(vie.dossier.secondeLettreDue == terme.adding(days: -15))
    #expect(!vie.dossier.manques(on: terme.adding(days: -16)).contains(.secondeLettreManquante))
    #expect(vie.dossier.manques(on: terme.adding(days: -15)).contains(.secondeLettreManquante))
  }
}
