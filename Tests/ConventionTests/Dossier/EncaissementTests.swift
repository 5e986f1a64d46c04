import Convention
import Testing

@Suite("Art. 7, al. 2 — encaissements")
struct EncaissementTests {
  private let jour = Jour(2026, 3, 10)
  private let deux = Demande.exemple([
    .exemple(1, .euros(60), emission: Jour(2024, 1, 1)), .exemple(2, .euros(40), emission: Jour(2025, 1, 1)),
  ])

  @Test("without a split, from the oldest titre to the newest, and the parts add up to the amount (R132)")
  func withoutSplit() throws {
    var vie = try Vie.recue(deux)
    let first = try vie.receive(.paiement("P1", .euros(70)), fait: jour).encaissement
    #expect(
      first?.imputations == [
        Imputation(rangTitre: 1, montant: .euros(60)), Imputation(rangTitre: 2, montant: .euros(10)),
      ])
    #expect(first?.resteDu == .euros(30))
    #expect(vie.dossier.dus == [0, 30_00])
    #expect(vie.dossier.recouvre == .euros(70))
  }

  @Test("the étude's split is followed as it is")
  func split() throws {
    var vie = try Vie.recue(deux)
    let ventilation = [Imputation(rangTitre: 2, montant: .euros(25))]
    let event = try vie.receive(
      .encaissement(.exemple("P1", .euros(25), ventilation: ventilation)), fait: jour)
    #expect(event.encaissement?.imputations == ventilation)
    #expect(vie.dossier.dus == [60_00, 15_00])
  }

  @Test("a split above what one titre owes is an excess, even if another titre owes")
  func splitAbove() throws {
    var vie = try Vie.recue(deux)
    let ventilation = [Imputation(rangTitre: 2, montant: .euros(50))]
    let events = try vie.receive(
      .encaissement(.exemple("P1", .euros(50), ventilation: ventilation)), fait: jour)
    #expect(events.encaissement?.excedent == .euros(10))
    #expect(vie.dossier.dus == [60_00, 0])
    #expect(vie.dossier.estOuvert)
  }

  @Test(
    "the last cent ends the phase as paid; above it, the debt stops at zero and the excess is said (804)",
    arguments: [(99_99, nil, nil), (100_00, "01", nil), (100_01, "01", 1)] as [(Int64, String?, Int64?)])
  func lastCent(_ cents: Int64, _ motif: String?, _ excess: Int64?) throws {
    var vie = try Vie.recue(deux)
    let events = try vie.receive(.paiement("P1", Montant(cents: cents)), fait: jour)
    #expect(events.fin?.motif == motif)
    #expect(events.encaissement?.excedent == excess.map(Montant.init(cents:)))
    #expect(events.encaissement?.imputations.reduce(.zero) { $0 + $1.montant } == Montant(cents: cents))
    #expect(vie.dossier.resteDu == max(.zero, Montant(cents: 100_00 - cents)))
  }

  @Test("the end of a paid dossier bears the day of the payment, not the day it was told")
  func dateOfEnd() throws {
    var vie = try Vie.recue()
    let fin = try vie.receive(.paiement("P1", .euros(100)), fait: jour, recu: Jour(2026, 3, 20)).fin
    #expect(fin?.date == jour)
    #expect(fin?.resteDu == .zero)
    #expect(fin?.reprise == false)
    #expect(fin?.numeroEvenement == nil)
  }

  @Test("a payment of fees alone touches no titre")
  func feesOnly() throws {
    var vie = try Vie.recue(deux)
    let item = Encaissement(
      numero: "P1", moyen: "01", ordre: "E", recu: .euros(7, 52), creance: .zero, fraisHT: .euros(6, 27),
      tva: .euros(1, 25))
    let event = try vie.receive(.encaissement(item), fait: jour).encaissement
    #expect(event?.imputations.isEmpty == true)
    #expect(event?.excedent == nil)
    #expect(vie.dossier.dus == [60_00, 40_00])
  }

  @Test("every state takes money from an étude that holds or held the dossier (R025)")
  func everyState() throws {
    var recalled = try Vie.recue()
    recalled.update(.code("12", le: jour))
    var late = try Vie.recue()
    late.close(Jour(2026, 5, 17))
    var suspended = try Vie.recue()
    suspended.update(.code("08", le: jour))
    var paid = try Vie.recue()
    try paid.receive(.paiement("P0", .euros(100)), fait: jour)
    var refused = Vie()
    try refused.receive(.refusEtude, fait: jour, relais: .designation)
    for var vie in [recalled, late, suspended, paid, refused, Vie()] {
      let before = vie.dossier.resteDu
      let event = try vie.receive(.paiement("P1", .euros(30)), fait: Jour(2026, 5, 20)).encaissement
      let excess = before == .zero ? Montant.euros(30) : nil
      #expect(event?.excedent == excess)
      #expect(vie.dossier.resteDu == max(.zero, before - .euros(30)))
    }
  }

  @Test("paid after its end, a dossier has no second end")
  func afterTheEnd() throws {
    var vie = try Vie.recue()
    vie.close(Jour(2026, 5, 17))
    #expect(try vie.receive(.paiement("P1", .euros(100)), fait: Jour(2026, 5, 20)).genres == [.encaissementConstate])
    #expect(vie.dossier.fin?.motif == "02")
  }

  @Test("a dossier given up after a refusal takes the first étude's money and does not end")
  func givenUp() throws {
    var vie = Vie()
    try vie.receive(.refusEtude, fait: jour, relais: .designation)
    vie.follow(try vie.dossier.ecarter(code: "404", raison: "aucune étude"))
    #expect(try vie.receive(.paiement("P1", .euros(100)), fait: jour).genres == [.encaissementConstate])
    #expect(vie.dossier.etat == .ecarte(code: "404"))
  }

  @Test("an étude that never held the dossier is refused, and nothing changes")
  func stranger() throws {
    var vie = try Vie.recue()
    let before = vie.dossier
    #expect(throws: Refus(.etudeNonAttributaire, under: Article(.annexeEchanges, "II.1.1.1 a"))) {
      try vie.receive(.paiement("P1", .euros(10)), de: Exemple.autreEtude, fait: jour)
    }
    #expect(vie.dossier == before)
  }
}

@Suite("Art. 7, al. 2 — annulation d'un encaissement (sens -)")
struct EncaissementAnnuleTests {
  private let jour = Jour(2026, 3, 10)

  @Test("it cancels the whole payment, split and limit included, and the debt comes back")
  func whole() throws {
    var vie = try Vie.recue()
    let paid = try vie.receive(.paiement("P1", .euros(30)), fait: jour).encaissement
    let undone = try vie.receive(
      .annulation("P2", de: "P1", .euros(30)), fait: Jour(2026, 3, 20)
    ).encaissement
    #expect(undone?.imputations == paid?.imputations)
    #expect(undone?.limiteReversement == paid?.limiteReversement)
    #expect(undone?.resteDu == .euros(100))
    #expect(undone?.encaissement.sens == "-")
    #expect(vie.dossier.resteDu == .euros(100))
    #expect(vie.dossier.recouvre == .zero)
  }

  @Test("it reopens the dossier that the payment had paid off; after the term, it ends again that evening")
  func reopens() throws {
    var vie = try Vie.recue()
    try vie.receive(.paiement("P1", .euros(100)), fait: jour)
    #expect(vie.dossier.estClos)
    let events = try vie.receive(.annulation("P2", de: "P1", .euros(100)), fait: Jour(2026, 6, 1))
    #expect(events.genres == [.encaissementConstate, .dossierRouvert])
    #expect(events.rouvert?.etude == Exemple.etude)
    let fin = vie.close(Jour(2026, 6, 1)).fin
    #expect(fin?.motif == "02")
    #expect(fin?.date == Jour(2026, 5, 16))
    #expect(fin?.resteDu == .euros(100))
  }

  @Test("it does not reopen a dossier ended otherwise, nor one that the comptable recalled since")
  func doesNotReopen() throws {
    var late = try Vie.recue()
    try late.receive(.paiement("P1", .euros(40)), fait: jour)
    late.close(Jour(2026, 5, 17))
    #expect(
      try late.receive(.annulation("P2", de: "P1", .euros(40)), fait: Jour(2026, 5, 18)).genres
        == [.encaissementConstate])
    var recalled = try Vie.recue()
    try recalled.receive(.paiement("P1", .euros(100)), fait: jour)
    recalled.update(.code("12", le: jour))
    #expect(
      try recalled.receive(.annulation("P2", de: "P1", .euros(100)), fait: jour).genres
        == [.encaissementConstate])
  }

  @Test("while another payment still covers the debt, cancelling one reopens only what it leaves due")
  func excessCovers() throws {
    var vie = try Vie.recue()
    try vie.receive(.paiement("P1", .euros(100)), fait: jour)
    try vie.receive(.paiement("P2", .euros(100)), fait: jour)
    #expect(try vie.receive(.annulation("P3", de: "P1", .euros(100)), fait: jour).rouvert == nil)
    #expect(vie.dossier.resteDu == .zero)
    #expect(try vie.receive(.annulation("P4", de: "P2", .euros(100)), fait: jour).rouvert != nil)
    #expect(vie.dossier.resteDu == .euros(100))
  }

  @Test("an unknown payment, one already cancelled, a cancellation, another étude's: refused, nothing changes")
  func unknown() throws {
    var vie = Vie()
    try vie.receive(.paiement("P1", .euros(10)), fait: jour)
    try vie.receive(.annulation("P2", de: "P1", .euros(10)), fait: jour)
    try vie.receive(.paiement("P3", .euros(10)), fait: jour)
    try vie.receive(
      .refusEtude, fait: jour, relais: .remise(.exemple(a: Exemple.autreEtude, le: Jour(2026, 3, 11))))
    let before = vie.dossier
    let refus = Refus(.encaissementInconnu, under: Article(7, alinea: 2))
    for annule in ["P9", "P1", "P2"] {
      #expect(throws: refus) { try vie.receive(.annulation("P8", de: annule, .euros(10)), fait: jour) }
    }
    #expect(throws: refus) {
      try vie.receive(.annulation("P8", de: "P3", .euros(10)), de: Exemple.autreEtude, fait: jour)
    }
    #expect(vie.dossier == before)
  }
}

@Suite("Art. 14 — date limite de reversement")
struct LimiteReversementTests {
  @Test(
    "15 days to the Trésor's order, 21 in cash, 42 otherwise, without postponement (R055–R057)",
    arguments: [
      ("T", "02", Jour(2010, 12, 15), Jour(2010, 12, 30)), ("T", "01", Jour(2010, 12, 15), Jour(2010, 12, 30)),
      ("E", "01", Jour(2010, 12, 15), Jour(2011, 1, 5)), ("E", "02", Jour(2011, 1, 3), Jour(2011, 2, 14)),
      ("E", "03", Jour(2011, 1, 3), Jour(2011, 2, 14)), ("E", "20", Jour(2011, 1, 3), Jour(2011, 2, 14)),
    ])
  func limits(_ ordre: String, _ moyen: String, _ recu: Jour, _ limite: Jour) throws {
    var vie = try Vie.recue()
    let event = try vie.receive(
      .encaissement(.exemple("P1", .euros(10), ordre: ordre, moyen: moyen)), fait: recu
    ).encaissement
    #expect(event?.limiteReversement == limite)
  }
}
