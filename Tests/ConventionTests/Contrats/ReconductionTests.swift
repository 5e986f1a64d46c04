@testable import Convention
import Testing

@Suite("Art. 9 et 19 — objectifs manqués et reconduction expresse")
struct ReconductionTests {
  private static let terme = Jour(2027, 12, 31)
  private static func decision(_ jour: Jour = Jour(2027, 11, 2)) -> Ecrit { Ecrit("DEC-1", du: jour) }

  /// Decided on missed objectives on 15/10/2027: 34 € of 100 €, for 35 %.
  private static func decidee(
    _ choix: HistoireDeContrat.DecisionSurObjectifs.Choix
  ) throws -> VieDeContrat {
    let jour = Jour(2027, 10, 15)
    var vie = try VieDeContrat.signee()
    vie.follow(
      try vie.histoire.decider(
        choix, bilan: .cantine(34, on: jour), rapport: .exemple(du: jour), approbations: [.directeur], le: jour,
        on: jour))
    return vie
  }

  @Test("R069: without a renewal the contract ends on 31/12/2027, and the evening writes it")
  func noRenewal() throws {
    var vie = try VieDeContrat.signee()
    vie.close(from: Jour(2024, 12, 30), through: Jour(2028, 1, 3))
    #expect(
      vie.actes.suffix(2) == [
        .prisEffet(le: Jour(2025, 1, 1)), .expire(FinDeContrat(le: ReconductionTests.terme, cause: .terme)),
      ])
    #expect(vie.histoire.etat(on: ReconductionTests.terme) == .enVigueur)
    #expect(vie.histoire.etat(on: Jour(2028, 1, 1)) == .expire)
    #expect(vie.histoire.resume.etat == "EXPIRE" && vie.histoire.resume.echeance == nil)
    #expect(vie.histoire.prochainSoir == nil)
    #expect(throws: Refus(.contratTermine, under: Article(19))) {
      try vie.histoire.renouveler(
        .ordinaire, decision: ReconductionTests.decision(), approbations: [.directeur], on: Jour(2028, 1, 3))
    }
  }

  @Test("R069: renewed on the last day, it goes on for three years without a day between; the day after is too late")
  func lastDay() throws {
    var vie = try VieDeContrat.signee()
    let late = Jour(2028, 1, 1)
    #expect(throws: Refus(.contratTermine, under: Article(19))) {
      try vie.histoire.renouveler(
        .ordinaire, decision: ReconductionTests.decision(late), approbations: [.directeur], on: late)
    }
    let terme = ReconductionTests.terme
    vie.follow(
      try vie.histoire.renouveler(
        .ordinaire, decision: ReconductionTests.decision(terme), approbations: [.directeur], on: terme))
    #expect(vie.histoire.contrat(on: terme).lastDay == Jour(2030, 12, 31))
    #expect(vie.histoire.contrat(on: terme.adding(days: -1)).lastDay == terme)
    #expect(vie.histoire.contrat(on: late).accepts(demandeDu: terme, emiseLe: late))
    #expect(vie.histoire.contrat(on: late).delaiDays(.comminatoire) == 75)
  }

  @Test("R069: a renewal without a written decision is refused, whatever the approvals", arguments: ["", "  "])
  func tacit(_ reference: String) throws {
    let vie = try VieDeContrat.signee()
    #expect(throws: Refus(.reconductionTacite, under: Article(19))) {
      try vie.histoire.renouveler(
        .ordinaire, decision: Ecrit(reference, du: Jour(2027, 11, 2)), approbations: [.directeur],
        on: Jour(2027, 11, 2))
    }
  }

  @Test("a contract renewed for the next period, denounced or terminated is not renewed")
  func notTwice() throws {
    let jour = Jour(2027, 11, 2)
    var renewed = try VieDeContrat.signee()
    renewed.follow(
      try renewed.histoire.renouveler(
        .ordinaire, decision: ReconductionTests.decision(), approbations: [.directeur], on: jour))
    var denounced = try VieDeContrat.signee()
    denounced.follow(try denounced.histoire.denoncer(.init(par: [.huissier], notifieeLe: jour), on: jour))
    for vie in [renewed, denounced] {
      #expect(throws: Refus(.nonReconductible, under: Article(19))) {
        try vie.histoire.renouveler(
          .ordinaire, decision: ReconductionTests.decision(), approbations: [.directeur], on: jour)
      }
    }
  }

  @Test("R030: missed objectives renew at 60 days from the new period on; the running one keeps 75")
  func reduced() throws {
    var vie = try ReconductionTests.decidee(.renouvellementReduit)
    vie.follow(
      try vie.histoire.renouveler(
        .reduite, decision: ReconductionTests.decision(), approbations: [.directeur], on: Jour(2027, 11, 2)))
    #expect(vie.histoire.contrat(on: ReconductionTests.terme).delaiDays(.comminatoire) == 75)
    #expect(vie.histoire.contrat(on: Jour(2028, 1, 1)).delaiDays(.comminatoire) == 60)
    #expect(vie.histoire.contrat(on: Jour(2028, 1, 1)).delaiDays(.judiciaire) == 50)
    guard case .renouvele(let fait) = vie.actes.last else { return #expect(Bool(false)) }
    #expect(fait.rapport == .exemple(du: Jour(2027, 10, 15)))
    // The decision has served: the period after returns to 75 days, and 60 asks for another one.
    let next = Jour(2030, 11, 4)
    #expect(throws: Refus(.objectifsNonManques, under: Article(9, alinea: 2))) {
      try vie.histoire.renouveler(.reduite, decision: Ecrit("DEC-2", du: next), approbations: [.directeur], on: next)
    }
    vie.follow(
      try vie.histoire.renouveler(.ordinaire, decision: Ecrit("DEC-2", du: next), approbations: [.directeur], on: next))
    #expect(vie.histoire.contrat(on: Jour(2031, 1, 1)).delaiDays(.comminatoire) == 75)
  }

  @Test("R030: in the worked case, dossiers of 02/03/2026 end on 01/05 at 60 days and on 16/05 at 75")
  func worked() throws {
    var vie = try VieDeContrat.signee(ContratDepartemental(du: Jour(2023, 3, 2)))
    let jour = Jour(2026, 2, 2)
    vie.follow(
      try vie.histoire.decider(
        .renouvellementReduit, bilan: .cantine(34, on: jour), rapport: .exemple(du: jour), approbations: [.directeur],
        le: jour, on: jour))
    vie.follow(
      try vie.histoire.renouveler(.reduite, decision: Ecrit("DEC-1", du: jour), approbations: [.directeur], on: jour))
    let open = try Vie.recue(delaiDays: vie.histoire.contrat(on: Jour(2026, 3, 1)).delaiDays(.comminatoire))
    let recent = try Vie.recue(delaiDays: vie.histoire.contrat(on: Jour(2026, 3, 2)).delaiDays(.comminatoire))
    #expect(open.dossier.terme == Jour(2026, 5, 16))
    #expect(recent.dossier.terme == Jour(2026, 5, 1))
  }

  @Test("R030: 60 days without a decision, or after a decision to go on, is refused")
  func reducedWithout() throws {
    for vie in [
      try VieDeContrat.signee(), try ReconductionTests.decidee(.maintien), try ReconductionTests.decidee(.resiliation),
    ] {
      #expect(throws: Refus(.objectifsNonManques, under: Article(9, alinea: 2))) {
        try vie.histoire.renouveler(
          .reduite, decision: ReconductionTests.decision(), approbations: [.directeur], on: Jour(2027, 11, 2))
      }
    }
  }

  @Test("R029: a decision has its report; shortening or ending supposes a target missed, 35 € of 100 € meets 35 %")
  func decisions() throws {
    let vie = try VieDeContrat.signee()
    let jour = Jour(2027, 10, 15)
    for choix in [HistoireDeContrat.DecisionSurObjectifs.Choix.resiliation, .renouvellementReduit] {
      #expect(throws: Refus(.objectifsNonManques, under: Article(9, alinea: 2))) {
        try vie.histoire.decider(
          choix, bilan: .cantine(35, on: jour), rapport: .exemple(du: jour), approbations: [.directeur], le: jour,
          on: jour)
      }
    }
    _ = try vie.histoire.decider(
      .maintien, bilan: .cantine(35, on: jour), rapport: .exemple(du: jour), approbations: [.directeur], le: jour,
      on: jour)
    for sha256 in ["", String(repeating: "0A", count: 32), String(repeating: "0a", count: 31)] {
      #expect(throws: Refus(.rapportAbsent, under: Article(9, alinea: 2))) {
        try vie.histoire.decider(
          .maintien, bilan: .cantine(34, on: jour), rapport: RapportSurObjectifs(Ecrit("R", du: jour), sha256: sha256),
          approbations: [.directeur], le: jour, on: jour)
      }
    }
  }

  @Test("R070: without a director, TPG and DSF both approve a renewal and a decision on objectives")
  func joint() throws {
    let vie = try VieDeContrat.signee(autorite: .conjointe)
    let jour = Jour(2027, 11, 2)
    for alone in [[QualiteDeSignataire.tresorierPayeurGeneral], [.directeurServicesFiscaux], [.directeur], []] {
      #expect(throws: Refus(.approbationManquante, under: Article(20))) {
        try vie.histoire.renouveler(.ordinaire, decision: ReconductionTests.decision(), approbations: alone, on: jour)
      }
      #expect(throws: Refus(.approbationManquante, under: Article(20))) {
        try vie.histoire.decider(
          .maintien, bilan: .cantine(34, on: jour), rapport: .exemple(du: jour), approbations: alone, le: jour, on: jour
        )
      }
    }
    _ = try vie.histoire.renouveler(
      .ordinaire, decision: ReconductionTests.decision(),
      approbations: [.directeurServicesFiscaux, .tresorierPayeurGeneral], on: jour)
  }
}
