import Convention
import Testing

@Suite("Annexe qualité I.2 — relances de l'étude par le centre")
struct RelanceTests {
  private let remise = Exemple.remise

  /// Rank and evening of each reminder until a day.
  private func relances(_ vie: inout Vie, through last: Jour) -> [(Relance, Jour)] {
    var found: [(Relance, Jour)] = []
    var jour = remise
    while jour <= last {
      found += vie.close(jour).relances.map { ($0, jour) }
      jour = jour.adding(days: 1)
    }
    return found
  }

  @Test("no answer at all: reminders on 10 March, 17 March and 11 April 2026, each once (R156–R158)")
  func silence() {
    var vie = Vie()
    let found = relances(&vie, through: Jour(2026, 5, 15))
    #expect(found.map(\.0.rang) == [.accuse, .quinzaine, .quarantaine])
    #expect(found.map(\.0.objet) == [.accuseAttendu, .actionAttendue, .relanceSansEffet])
    #expect(found.map(\.1) == [Jour(2026, 3, 10), Jour(2026, 3, 17), Jour(2026, 4, 11)])
    #expect(found.allSatisfy { $0.0.etude == Exemple.etude })
  }

  @Test("R156: acknowledged on the seventh day, no reminder on the eighth")
  func acknowledged() throws {
    var vie = Vie()
    try vie.acknowledge(Jour(2026, 3, 9))
    #expect(relances(&vie, through: Jour(2026, 3, 16)).isEmpty)
  }

  @Test(
    "point b: reminders count from the hand-over, the first letter from the reception, each from its own day (R147, R157)"
  )
  func twoClocks() throws {
    var vie = Vie()
    try vie.acknowledge(Jour(2026, 3, 6))
    #expect(vie.dossier.limitePremiereLettre == Jour(2026, 3, 9))
    #expect(vie.dossier.manques(on: Jour(2026, 3, 9)).isEmpty)
    #expect(vie.dossier.manques(on: Jour(2026, 3, 10)) == [.premiereLettreManquante])
    let found = relances(&vie, through: Jour(2026, 3, 25))
    #expect(found.map(\.0.rang) == [.quinzaine] && found.map(\.1) == [Jour(2026, 3, 17)])
  }

  @Test("R157: an action on the fourteenth day, no reminder on the fifteenth; none done, a reminder")
  func fifteen() throws {
    var acted = try Vie.recue()
    try acted.receive(.lettre("01", Jour(2026, 3, 16)), fait: Jour(2026, 3, 16))
    #expect(relances(&acted, through: Jour(2026, 4, 10)).isEmpty)
    var idle = try Vie.recue()
    #expect(relances(&idle, through: Jour(2026, 3, 16)).isEmpty)
    #expect(idle.close(Jour(2026, 3, 17)).relances.map(\.objet) == [.actionAttendue])
  }

  @Test("R158–R159: on the fortieth day, acted and recovered: none; acted and nothing recovered: other measures")
  func forty() throws {
    var recovered = try Vie.recue()
    try recovered.receive(.lettre("01", Jour(2026, 3, 4)), fait: Jour(2026, 3, 4))
    var nothing = recovered
    try recovered.receive(.paiement("P1", Montant(cents: 1)), fait: Jour(2026, 3, 20))
    #expect(relances(&recovered, through: Jour(2026, 5, 16)).isEmpty)
    let found = relances(&nothing, through: Jour(2026, 5, 16))
    #expect(found.map(\.0.objet) == [.autresMesures])
    #expect(found.map(\.1) == [Jour(2026, 4, 11)])
    #expect(Relance.Objet.autresMesures.phrase != Relance.Objet.relanceSansEffet.phrase)
  }

  @Test("a payment cancelled before the fortieth day counts as nothing recovered")
  func cancelled() throws {
    var vie = try Vie.recue()
    try vie.receive(.lettre("01", Jour(2026, 3, 4)), fait: Jour(2026, 3, 4))
    try vie.receive(.paiement("P1", .euros(10)), fait: Jour(2026, 3, 20))
    try vie.receive(.annulation("P2", de: "P1", .euros(10)), fait: Jour(2026, 3, 21))
    #expect(relances(&vie, through: Jour(2026, 4, 11)).map(\.0.objet) == [.autresMesures])
  }

  @Test("an action of the centre itself counts alike (R151)")
  func centreActs() throws {
    var vie = try Vie.recue()
    try vie.receive(.lettre("01", Jour(2026, 3, 4), executant: "C"), fait: Jour(2026, 3, 4))
    #expect(relances(&vie, through: Jour(2026, 4, 10)).isEmpty)
  }

  @Test("no reminder while the dossier is suspended; what is still missing is asked once it resumes")
  func suspended() throws {
    var vie = try Vie.recue()
    vie.update(.code("10", 1, le: Jour(2026, 3, 5)))
    #expect(relances(&vie, through: Jour(2026, 3, 30)).isEmpty)
    vie.update(.code("11", 2, le: Jour(2026, 3, 31)))
    #expect(vie.close(Jour(2026, 3, 31)).relances.map(\.rang) == [.quinzaine])
  }

  @Test("none once the dossier is ended")
  func ended() throws {
    var vie = Vie()
    vie.update(.code("12", le: Jour(2026, 3, 5)))
    #expect(relances(&vie, through: Jour(2026, 5, 20)).isEmpty)
  }

  @Test("handed to another étude, the follow-up starts again from that hand-over")
  func otherEtude() throws {
    var vie = Vie()
    #expect(relances(&vie, through: Jour(2026, 3, 10)).count == 1)
    try vie.receive(
      .refusEtude, fait: Jour(2026, 3, 11),
      relais: .remise(.exemple(a: Exemple.autreEtude, le: Jour(2026, 3, 11))))
    #expect(vie.close(Jour(2026, 3, 18)).relances.isEmpty)
    let found = vie.close(Jour(2026, 3, 19)).relances
    #expect(found == [Relance(rang: .accuse, objet: .accuseAttendu, etude: Exemple.autreEtude)])
  }

  @Test("R160: a reminder stays unjustified until the étude justifies that one")
  func justification() throws {
    var vie = Vie()
    relancesUntilMarch17(&vie)
    #expect(vie.dossier.relancesInjustifiees.map(\.rang) == [.accuse, .quinzaine])
    let item = JustificationRetard(relance: "15", motif: "01", commentaire: "absence")
    #expect(try vie.receive(.justification(item), fait: Jour(2026, 3, 18)).genres == [.retardJustifie])
    #expect(vie.dossier.relancesInjustifiees.map(\.rang) == [.accuse])
    #expect(vie.dossier.justifications == [item])
  }

  private func relancesUntilMarch17(_ vie: inout Vie) {
    vie.close(from: remise, through: Jour(2026, 3, 17))
  }

  @Test("a missed evening is caught up: the reminder leaves with the next one")
  func caughtUp() {
    var vie = Vie()
    #expect(vie.close(Jour(2026, 3, 12)).relances.map(\.rang) == [.accuse])
    #expect(vie.close(Jour(2026, 3, 12)).isEmpty)
  }

  @Test("the next evening announced is never later than the first one that finds something")
  func nextEvening() throws {
    var dossiers = [Vie().dossier, try Vie.recue().dossier]
    var suspended = Vie()
    suspended.update(.code("07", le: Jour(2026, 3, 3), fin: Jour(2026, 6, 30)))
    dossiers.append(suspended.dossier)
    for dossier in dossiers {
      let announced = try #require(dossier.prochainSoir)
      var jour = remise
      while jour < announced {
        #expect(dossier.decideSoir(jour).isEmpty)
        jour = jour.adding(days: 1)
      }
    }
  }
}
