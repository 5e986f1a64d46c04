import Testing

@testable import Convention

@Suite("Art. 14 — sommes détenues par une étude")
struct RegistreDesSommesTests {
  private let recu = Jour(2011, 1, 3)

  private func registre(_ sommes: [SommeDetenue]) throws -> RegistreDesSommes {
    var registre = RegistreDesSommes(etude: Exemple.etude)
    for somme in sommes { try registre.receive(somme) }
    return registre
  }

  @Test("112,55 € received with 12,55 € of fees: 100,00 € held, until they are passed on (R058)")
  func held() throws {
    var registre = try registre([.exemple("P1", .euros(100), recu, frais: .euros(10, 49), tva: .euros(2, 6))])
    let cle = SommeDetenue.exemple("P1", .zero, recu).cle
    #expect(registre.detenu(on: recu.adding(days: -1)) == .zero)
    #expect(registre.recettes(on: recu) == .euros(112, 55))
    #expect(registre.frais(on: recu) == .euros(12, 55))
    #expect(registre.detenu(on: recu) == .euros(100))
    try registre.pass(cle, le: Jour(2011, 2, 14))
    #expect(registre.detenu(on: Jour(2011, 2, 13)) == .euros(100))
    #expect(registre.detenu(on: Jour(2011, 2, 14)) == .zero)
    #expect(registre[cle]?.situation(on: Jour(2011, 3, 1)) == .passee(retardDays: 0))
  }

  @Test("passed on the day after the limit, a sum stays one day late (R055–R057)")
  func passedLate() throws {
    let sommes: [(SommeDetenue, Jour)] = [
      (.exemple("T", .euros(1), Jour(2010, 12, 15), .auTresor), Jour(2010, 12, 31)),
      (.exemple("C", .euros(1), Jour(2010, 12, 15), .especes), Jour(2011, 1, 6)),
      (.exemple("V", .euros(1), recu), Jour(2011, 2, 15)),
    ]
    for (somme, late) in sommes {
      var registre = try registre([somme])
      try registre.pass(somme.cle, le: late)
      #expect(registre[somme.cle]?.situation(on: late) == .passee(retardDays: 1))
      #expect(registre.enRetard(on: late).isEmpty)
    }
  }

  @Test("days left, then an alert five days before the limit, then late")
  func situations() {
    let somme = SommeDetenue.exemple("P1", .euros(1), recu)
    #expect(somme.situation(on: recu.adding(days: -1)) == .aVenir)
    #expect(somme.situation(on: recu) == .detenue(resteDays: 42))
    #expect(somme.situation(on: Jour(2011, 2, 8)) == .detenue(resteDays: 6))
    #expect(somme.situation(on: Jour(2011, 2, 9)) == .enAlerte(resteDays: 5))
    #expect(somme.situation(on: Jour(2011, 2, 14)) == .enAlerte(resteDays: 0))
    #expect(somme.situation(on: Jour(2011, 2, 15)) == .enRetard(days: 1))
  }

  @Test("lists are by limit: cash of a later day comes before a transfer of an earlier one")
  func lists() throws {
    let registre = try registre([
      .exemple("V", .euros(1), recu), .exemple("C", .euros(2), Jour(2011, 1, 10), .especes),
      .exemple("T", .euros(4), Jour(2011, 1, 20), .auTresor),
    ])
    #expect(registre.enAttente(on: Jour(2011, 1, 20)).map(\.cle.numero) == ["C", "T", "V"])
    #expect(registre.enRetard(on: Jour(2011, 1, 31)).isEmpty)
    #expect(registre.enRetard(on: Jour(2011, 2, 5)).map(\.cle.numero) == ["C", "T"])
    #expect(registre.enAlerte(on: Jour(2011, 1, 30)).map(\.cle.numero) == ["C", "T"])
    #expect(registre.enAlerte(on: Jour(2011, 2, 9)).map(\.cle.numero) == ["V"])
  }

  @Test("a cheque to the Trésor is never money of the étude, but has to be handed over")
  func cheque() throws {
    let cheque = SommeDetenue.exemple("T", .euros(50), recu, .auTresor)
    var registre = try registre([cheque])
    #expect(registre.detenu(on: recu) == .zero)
    #expect(registre.chequesARemettre(on: recu) == .euros(50))
    #expect(registre.enAttente(on: recu) == [cheque])
    try registre.pass(cheque.cle, le: recu.adding(days: 15))
    #expect(registre.chequesARemettre(on: recu.adding(days: 15)) == .zero)
    #expect(registre.duAuxPostes(on: recu).isEmpty)
  }

  @Test("what is due to each poste adds up to what is held")
  func postes() throws {
    let registre = try registre([
      .exemple("A", .euros(10), recu), .exemple("B", .euros(5), recu, poste: "031099"),
      .exemple("C", .euros(1), recu, .especes),
    ])
    let due = registre.duAuxPostes(on: recu)
    #expect(due.map(\.poste) == ["031012", "031099"])
    #expect(due.map(\.montant) == [.euros(11), .euros(5)])
    #expect(registre.detenu(on: recu) == .euros(16))
    #expect(
      registre.explicationDuDetenu(on: recu).calcul == ["16,00\u{A0}€ − 0,00\u{A0}€ − 0,00\u{A0}€ = 16,00\u{A0}€"])
  }

  @Test("cancelled after its transfer, a payment leaves the poste with too much: held is negative by so much")
  func tookBack() throws {
    let somme = SommeDetenue.exemple("P1", .euros(30), recu)
    var registre = try registre([somme])
    try registre.pass(somme.cle, le: recu.adding(days: 5))
    try registre.cancel(somme.cle, le: recu.adding(days: 9))
    #expect(registre.detenu(on: recu.adding(days: 8)) == .zero)
    #expect(registre.detenu(on: recu.adding(days: 9)) == .zero - .euros(30))
    #expect(registre[somme.cle]?.situation(on: recu.adding(days: 9)) == .aReprendre)
  }

  @Test("twice entered, another étude's, unknown, too early, twice passed, passed after a cancellation: refused")
  func refused() throws {
    let somme = SommeDetenue.exemple("P1", .euros(30), recu)
    let cancelled = SommeDetenue.exemple("P2", .euros(1), recu)
    var registre = try registre([somme, cancelled])
    try registre.pass(somme.cle, le: recu)
    try registre.cancel(cancelled.cle, le: recu)
    let before = registre
    #expect(throws: Refus(.sommeDejaInscrite, under: Article(7, alinea: 2))) { try registre.receive(somme) }
    #expect(throws: Refus(.autreEtude, under: Article(14))) {
      try registre.receive(.exemple("P9", .euros(1), recu, etude: Exemple.autreEtude))
    }
    let unknown = SommeDetenue.exemple("P8", .euros(1), recu).cle
    #expect(throws: Refus(.encaissementInconnu, under: Article(7, alinea: 2))) { try registre.pass(unknown, le: recu) }
    #expect(throws: Refus(.avantReception, under: Article(14))) {
      try registre.cancel(somme.cle, le: recu.adding(days: -1))
    }
    for cle in [somme.cle, cancelled.cle] {
      #expect(throws: Refus(.sommeDejaPassee, under: Article(14))) { try registre.pass(cle, le: recu) }
    }
    #expect(throws: Refus(.encaissementInconnu, under: Article(7, alinea: 2))) {
      try registre.cancel(cancelled.cle, le: recu)
    }
    #expect(registre == before)
  }

  @Test("the payments of a dossier enter with their limit; a cheque with the day it was handed over")
  func followed() throws {
    var vie = try Vie.recue()
    let jour = Jour(2026, 3, 10)
    var cheque = Encaissement.exemple("T1", .euros(20), ordre: "T", moyen: "02")
    cheque.remise = Jour(2026, 3, 12)
    try vie.receive(.paiement("P1", .euros(30)), fait: jour)
    try vie.receive(.encaissement(cheque), fait: jour)
    try vie.receive(.paiement("P2", .euros(10)), fait: jour)
    try vie.receive(.annulation("P3", de: "P2", .euros(10)), fait: Jour(2026, 3, 11))
    var registre = RegistreDesSommes(etude: Exemple.etude)
    try registre.follow(vie.dossier)
    #expect(registre.detenu(on: jour) == .euros(40))
    #expect(registre.detenu(on: Jour(2026, 3, 11)) == .euros(30))
    #expect(registre.chequesARemettre(on: Jour(2026, 3, 11)) == .euros(20))
    #expect(registre.chequesARemettre(on: Jour(2026, 3, 12)) == .zero)
    #expect(registre.sommes(of: vie.dossier.demande.cle).map(\.limite).first == Jour(2026, 4, 21))
    var later = RegistreDesSommes(etude: Exemple.etude, politique: .decret2014)
    try later.follow(vie.dossier)
    #expect(later.sommes(of: vie.dossier.demande.cle).map(\.limite).first == Jour(2026, 6, 10))
    var other = RegistreDesSommes(etude: Exemple.autreEtude)
    try other.follow(vie.dossier)
    #expect(other == RegistreDesSommes(etude: Exemple.autreEtude))
  }
}

@Suite("Art. 14 — sommes détenues : propriétés, graines fixes")
struct SommesDetenuesProprietesTests {
  /// What a random life of payments is expected to leave, kept apart from the register.
  private struct Temoin {
    var flux: [(jour: Jour, montant: Montant)] = []
    func detenu(on jour: Jour) -> Montant { flux.filter { $0.jour <= jour }.reduce(.zero) { $0 + $1.montant } }
  }

  @Test("held = receipts − transfers − fees on every day, and = what is due to the postes (R058)")
  func conserved() throws {
    for seed in UInt64(1)...150 {
      var alea = Alea(seed: seed)
      var registre = RegistreDesSommes(etude: Exemple.etude)
      var temoin = Temoin()
      let start = Jour(2026, 1, 1)
      for rang in 1...40 { try step(&registre, &temoin, rang, start, &alea) }
      for offset in stride(from: 0, through: 200, by: 7) {
        let jour = start.adding(days: offset)
        let held = registre.detenu(on: jour)
        #expect(held == temoin.detenu(on: jour), "graine \(seed)")
        #expect(held == registre.recettes(on: jour) - registre.reversements(on: jour) - registre.frais(on: jour))
        #expect(held == registre.duAuxPostes(on: jour).reduce(.zero) { $0 + $1.montant }, "graine \(seed)")
        let limits = registre.enAttente(on: jour).map(\.limite)
        #expect(limits == limits.sorted())
        #expect(registre.enRetard(on: jour).allSatisfy { $0.limite < jour })
      }
    }
  }

  private func step(
    _ registre: inout RegistreDesSommes, _ temoin: inout Temoin, _ rang: Int, _ start: Jour, _ alea: inout Alea
  ) throws {
    let jour = start.adding(days: alea.int(0...90))
    let (creance, frais) = (Montant(cents: Int64(alea.int(1...50_000))), Montant(cents: Int64(alea.int(0...900))))
    let versement = alea.pick([LimiteDeReversement.Versement.auTresor, .especes, .autreMoyen])
    let somme = SommeDetenue.exemple(
      "P\(rang)", creance, jour, versement, poste: alea.pick(["031012", "031099"]), frais: frais)
    try registre.receive(somme)
    let passed = jour.adding(days: alea.int(0...60))
    let passes = alea.chance(60)
    if passes { try registre.pass(somme.cle, le: passed) }
    let cancelled = jour.adding(days: alea.int(0...60))
    let cancels = alea.chance(25)
    if cancels { try registre.cancel(somme.cle, le: cancelled) }
    guard versement != .auTresor else { return }
    temoin.flux.append((jour, creance))
    if passes { temoin.flux.append((passed, .zero - creance)) }
    if cancels { temoin.flux.append((cancelled, .zero - creance)) }
  }
}
