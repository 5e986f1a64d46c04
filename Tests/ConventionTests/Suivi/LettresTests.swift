import Convention
import Testing

@Suite("Annexe qualité I.1 — actions minimales")
struct LettresTests {
  /// Received on 5 January 2026; the term is 21 March.
  private func vie() throws -> Vie {
    var vie = Vie(remise: Jour(2026, 1, 5))
    try vie.acknowledge(Jour(2026, 1, 5))
    return vie
  }

  @Test("R147: received on 5 January, the first letter leaves by the 8th")
  func limit() throws {
    #expect(try vie().dossier.limitePremiereLettre == Jour(2026, 1, 8))
    #expect(Vie().dossier.limitePremiereLettre == nil)
  }

  @Test(
    "R147: sent on the third day it is in time, on the fourth it is late; not sent, it is missing from the fourth",
    arguments: [
      (Jour(2026, 1, 8), Jour(2026, 1, 20), nil),
      (Jour(2026, 1, 9), Jour(2026, 1, 20), Dossier.Manque.premiereLettreEnRetard),
      (nil, Jour(2026, 1, 8), nil), (nil, Jour(2026, 1, 9), .premiereLettreManquante),
    ] as [(Jour?, Jour, Dossier.Manque?)])
  func firstLetter(_ envoi: Jour?, _ on: Jour, _ manque: Dossier.Manque?) throws {
    var vie = try vie()
    if let envoi { try vie.receive(.lettre("01", envoi), fait: envoi) }
    #expect(vie.dossier.manques(on: on) == [manque].compactMap { $0 })
  }

  @Test("another letter is not the first one, and a message neither", arguments: ["02", "03", "10", "20"])
  func otherAction(_ code: String) throws {
    var vie = try vie()
    try vie.receive(.lettre(code, Jour(2026, 1, 6)), fait: Jour(2026, 1, 6))
    #expect(vie.dossier.manques(on: Jour(2026, 1, 9)).contains(.premiereLettreManquante))
  }

  @Test("R148: unpaid and without a second letter fifteen days before the term, an alert; not the day before")
  func secondLetter() throws {
    var vie = try vie()
    try vie.receive(.lettre("01", Jour(2026, 1, 6)), fait: Jour(2026, 1, 6))
    #expect(vie.dossier.manques(on: Jour(2026, 3, 5)).isEmpty)
    #expect(vie.dossier.manques(on: Jour(2026, 3, 6)) == [.secondeLettreManquante])
    try vie.receive(.lettre("02", Jour(2026, 3, 6)), fait: Jour(2026, 3, 6))
    #expect(vie.dossier.manques(on: Jour(2026, 3, 7)).isEmpty)
  }

  @Test("R146, R148: a dossier paid, suspended or judicial lacks nothing")
  func nothingLacks() throws {
    let on = Jour(2026, 3, 10)
    var paid = try vie()
    try paid.receive(.paiement("P1", .euros(100)), fait: Jour(2026, 1, 6))
    var suspended = try vie()
    suspended.update(.code("08", le: Jour(2026, 1, 6)))
    var judicial = Vie(.exemple(phase: .judiciaire), remise: Jour(2026, 1, 5))
    try judicial.acknowledge(Jour(2026, 1, 5))
    for dossier in [paid.dossier, suspended.dossier, judicial.dossier] {
      #expect(dossier.manques(on: on).isEmpty)
    }
    #expect(try vie().dossier.manques(on: on) == [.premiereLettreManquante, .secondeLettreManquante])
  }

  @Test("R149: the call list has a telephone, something due and nothing suspended")
  func callList() throws {
    let on = Jour(2026, 1, 10)
    #expect(try vie().dossier.estAppelable(on: on))
    var without = Vie(.exemple(redevables: [.exemple(telephones: [])]), remise: Jour(2026, 1, 5))
    try without.acknowledge(Jour(2026, 1, 5))
    #expect(!without.dossier.estAppelable(on: on))
    var paid = try vie()
    try paid.receive(.paiement("P1", .euros(100)), fait: Jour(2026, 1, 6))
    #expect(!paid.dossier.estAppelable(on: on))
    var suspended = try vie()
    suspended.update(.code("07", le: Jour(2026, 1, 6), fin: Jour(2026, 1, 10)))
    #expect(!suspended.dossier.estAppelable(on: on))
    #expect(suspended.dossier.estAppelable(on: Jour(2026, 1, 11)))
    #expect(!Vie(transmise: .exemple()).dossier.estAppelable(on: on))
  }

  @Test("each lack has its sentence")
  func sentences() {
    #expect(Set(Dossier.Manque.allCases.map(\.phrase)).count == Dossier.Manque.allCases.count)
  }
}

@Suite("Échéances d'un dossier")
struct EcheanceTests {
  @Test("before its reception: the acknowledgement, then the reminders, each with its article")
  func beforeReception() {
    let dates = Vie().dossier.echeances(on: Jour(2026, 3, 2))
    #expect(dates.map(\.nature) == [.accuse, .relance])
    #expect(dates.map(\.jour) == [Jour(2026, 3, 10), Jour(2026, 3, 17)])
    #expect(dates.map(\.article) == [Article(.annexeQualite, "I.2"), Article(.annexeQualite, "I.2")])
  }

  @Test("once received: first letter, reminder, second letter, term")
  func received() throws {
    let dates = try Vie.recue().dossier.echeances(on: Jour(2026, 3, 2))
    #expect(dates.map(\.nature) == [.premiereLettre, .relance, .secondeLettre, .terme])
    #expect(dates.map(\.jour) == [Jour(2026, 3, 5), Jour(2026, 3, 17), Jour(2026, 5, 15), Jour(2026, 5, 16)])
  }

  @Test("a date that was kept, or that is passed, is no longer among them")
  func kept() throws {
    var vie = try Vie.recue()
    try vie.receive(.lettre("01", Jour(2026, 3, 3)), fait: Jour(2026, 3, 3))
    #expect(vie.dossier.echeances(on: Jour(2026, 3, 3)).map(\.nature) == [.secondeLettre, .terme])
    #expect(vie.dossier.echeances(on: Jour(2026, 5, 16)).map(\.nature) == [.terme])
    #expect(vie.dossier.echeances(on: Jour(2026, 5, 17)).isEmpty)
  }

  @Test("suspended: the end of the delays granted, unless another suspension goes on; no reminder")
  func suspended() throws {
    var vie = try Vie.recue()
    vie.update(.code("07", 1, le: Jour(2026, 3, 3), fin: Jour(2026, 4, 1)))
    let natures = vie.dossier.echeances(on: Jour(2026, 3, 4)).map(\.nature)
    #expect(natures.contains(.finSuspension))
    #expect(!natures.contains(.relance))
    vie.update(.code("08", 2, le: Jour(2026, 3, 5)))
    #expect(!vie.dossier.echeances(on: Jour(2026, 3, 6)).map(\.nature).contains(.finSuspension))
  }

  @Test("the term comes from art. 9, al. 1, from art. 10 in judicial recovery, from art. 9, al. 3 once fixed")
  func articles() throws {
    var vie = try Vie.recue()
    #expect(vie.dossier.echeances(on: Jour(2026, 3, 2)).last?.article == Article(9, alinea: 1))
    vie.update(.code("13", le: Jour(2026, 3, 3), fin: Jour(2026, 6, 30)))
    #expect(vie.dossier.echeances(on: Jour(2026, 3, 3)).last?.article == Article(9, alinea: 3))
    let judicial = try Vie.recue(.exemple(phase: .judiciaire)).dossier
    #expect(judicial.echeances(on: Jour(2026, 3, 2)).last?.article == Article(10, alinea: 1))
  }

  @Test("an ended dossier expects nothing")
  func ended() throws {
    var vie = try Vie.recue()
    vie.update(.code("12", le: Jour(2026, 3, 3)))
    #expect(vie.dossier.echeances(on: Jour(2026, 3, 3)).isEmpty)
  }
}
