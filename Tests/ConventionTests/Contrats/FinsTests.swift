import Convention
import Testing

@Suite("Art. 18 et 21 — dénonciation et résiliation")
struct FinsTests {
  private static let preuve = Ecrit("PV-12", du: Jour(2025, 6, 2))

  @Test(
    "R068: six months by quantième, else the last day of the month; the last day is in force, the next is not",
    arguments: [
      (Jour(2012, 8, 31), Jour(2013, 2, 28)), (Jour(2011, 8, 31), Jour(2012, 2, 29)),
      (Jour(2011, 8, 30), Jour(2012, 2, 29)), (Jour(2011, 8, 29), Jour(2012, 2, 29)),
      (Jour(2012, 2, 29), Jour(2012, 8, 29)), (Jour(2012, 1, 15), Jour(2012, 7, 15)),
    ])
  func denunciation(_ notifiee: Jour, _ last: Jour) throws {
    var vie = try VieDeContrat.signee(ContratDepartemental(du: Jour(2011, 1, 1)))
    vie.follow(try vie.histoire.denoncer(.init(par: [.prefet], notifieeLe: notifiee), on: notifiee))
    #expect(vie.histoire.etat(on: notifiee.adding(days: -1)) == .enVigueur)
    #expect(vie.histoire.etat(on: notifiee) == .enPreavis)
    #expect(vie.histoire.etat(on: last) == .enPreavis)
    #expect(vie.histoire.etat(on: last.adding(days: 1)) == .denonce)
    let contrat = vie.histoire.contrat(on: last)
    #expect(contrat.accepts(demandeDu: last, emiseLe: last))
    #expect(!contrat.accepts(demandeDu: last, emiseLe: last.adding(days: 1)))
    vie.close(from: notifiee, through: last)
    #expect(vie.actes.last == .expire(FinDeContrat(le: last, cause: .denonciation)))
  }

  @Test(
    "R072: two months by quantième after the étude was told, with 29 February of leap years",
    arguments: [
      (Jour(2026, 12, 31), Jour(2027, 2, 28)), (Jour(2027, 12, 31), Jour(2028, 2, 29)),
      (Jour(2027, 12, 29), Jour(2028, 2, 29)), (Jour(2027, 12, 28), Jour(2028, 2, 28)),
      (Jour(2028, 2, 29), Jour(2028, 4, 29)),
    ])
  func termination(_ notifiee: Jour, _ last: Jour) throws {
    var vie = try VieDeContrat.signee(ContratDepartemental(du: Jour(2026, 1, 1)))
    vie.follow(
      try vie.histoire.resilier(
        .convention, preuve: FinsTests.preuve, notifieeLe: notifiee, approbations: [.directeur], on: notifiee))
    #expect(vie.histoire.etat(on: last) == .enPreavis)
    #expect(vie.histoire.etat(on: last.adding(days: 1)) == .resilie)
    vie.close(from: notifiee, through: last)
    #expect(vie.actes.last == .expire(FinDeContrat(le: last, cause: .resiliation)))
    #expect(vie.histoire.resume.etat == "RESILIE")
  }

  @Test("R071: a termination has one of the three reasons and its evidence")
  func reasons() throws {
    let vie = try VieDeContrat.signee()
    let jour = Jour(2025, 6, 10)
    let none: HistoireDeContrat.MotifDeResiliation? = nil
    for (motif, preuve) in [
      (none, FinsTests.preuve), (.convention, Ecrit("", du: jour)), (.annexes, Ecrit(" ", du: jour)),
    ] {
      #expect(throws: Refus(.resiliationSansMotif, under: Article(21, alinea: 1))) {
        try vie.histoire.resilier(motif, preuve: preuve, notifieeLe: jour, approbations: [.directeur], on: jour)
      }
    }
    for motif in [HistoireDeContrat.MotifDeResiliation.convention, .annexes] {
      _ = try vie.histoire.resilier(
        motif, preuve: FinsTests.preuve, notifieeLe: jour, approbations: [.directeur], on: jour)
    }
  }

  @Test("R029: a termination for missed objectives follows the decision that found them missed")
  func objectives() throws {
    var vie = try VieDeContrat.signee()
    let jour = Jour(2025, 6, 10)
    #expect(throws: Refus(.objectifsNonManques, under: Article(9, alinea: 2))) {
      try vie.histoire.resilier(
        .objectifs, preuve: FinsTests.preuve, notifieeLe: jour, approbations: [.directeur], on: jour)
    }
    vie.follow(
      try vie.histoire.decider(
        .resiliation, bilan: .cantine(10, on: jour), rapport: .exemple(du: jour), approbations: [.directeur], le: jour,
        on: jour))
    vie.follow(
      try vie.histoire.resilier(
        .objectifs, preuve: FinsTests.preuve, notifieeLe: jour, approbations: [.directeur], on: jour))
    #expect(vie.histoire.contrat(on: jour).lastDay == Jour(2025, 8, 10))
  }

  @Test("R070: where no director is named, a termination or a denunciation by one of TPG and DSF alone is refused")
  func joint() throws {
    let vie = try VieDeContrat.signee(autorite: .conjointe)
    let jour = Jour(2025, 6, 10)
    for alone in [QualiteDeSignataire.tresorierPayeurGeneral, .directeurServicesFiscaux] {
      #expect(throws: Refus(.approbationManquante, under: Article(20))) {
        try vie.histoire.resilier(
          .convention, preuve: FinsTests.preuve, notifieeLe: jour, approbations: [alone], on: jour)
      }
      #expect(throws: Refus(.approbationManquante, under: Article(20))) {
        try vie.histoire.denoncer(.init(par: [alone], notifieeLe: jour), on: jour)
      }
    }
    let both = AutoriteDuDepartement.conjointe.membres
    _ = try vie.histoire.resilier(.annexes, preuve: FinsTests.preuve, notifieeLe: jour, approbations: both, on: jour)
    _ = try vie.histoire.denoncer(.init(par: both, notifieeLe: jour), on: jour)
  }

  @Test("an end is notified once, by a signatory, not in the future, and not of a contract that is incomplete or over")
  func refused() throws {
    var vie = try VieDeContrat.signee()
    let jour = Jour(2025, 6, 10)
    let par = { (qualite: QualiteDeSignataire) in HistoireDeContrat.Denonciation(par: [qualite], notifieeLe: jour) }
    #expect(throws: Refus(.signataireEtranger, under: Article(18))) {
      try vie.histoire.denoncer(par(.tresorierPayeurGeneral), on: jour)
    }
    #expect(throws: Refus(.dateAVenir, under: Article(1, alinea: 3))) {
      try vie.histoire.denoncer(par(.prefet), on: jour.adding(days: -1))
    }
    #expect(throws: Refus(.contratIncomplet, under: Article(1, alinea: 3))) {
      try VieDeContrat().histoire.denoncer(par(.prefet), on: jour)
    }
    vie.follow(try vie.histoire.denoncer(par(.prefet), on: jour))
    #expect(throws: Refus(.finDejaNotifiee, under: Article(18))) { try vie.histoire.denoncer(par(.huissier), on: jour) }
    // It holds until 10/12/2025; a termination may still shorten it, once, and nothing after the end.
    vie.follow(
      try vie.histoire.resilier(
        .convention, preuve: FinsTests.preuve, notifieeLe: jour, approbations: [.directeur], on: jour))
    #expect(throws: Refus(.finDejaNotifiee, under: Article(21, alinea: 1))) {
      try vie.histoire.resilier(
        .convention, preuve: FinsTests.preuve, notifieeLe: jour, approbations: [.directeur], on: jour)
    }
    #expect(vie.histoire.contrat(on: jour).fin == FinDeContrat(le: Jour(2025, 8, 10), cause: .resiliation))
    #expect(throws: Refus(.contratTermine, under: Article(21, alinea: 2))) {
      try vie.histoire.engager(le: Jour(2025, 8, 11), on: Jour(2025, 8, 11))
    }
  }

  @Test("a denunciation whose notice outlasts the term does not lengthen the contract")
  func late() throws {
    var vie = try VieDeContrat.signee()
    let jour = Jour(2027, 12, 1)
    vie.follow(try vie.histoire.denoncer(.init(par: [.huissier], notifieeLe: jour), on: jour))
    #expect(vie.histoire.contrat(on: jour).fin == FinDeContrat(le: Jour(2027, 12, 31), cause: .terme))
    #expect(vie.histoire.etat(on: Jour(2028, 1, 1)) == .expire)
  }
}
