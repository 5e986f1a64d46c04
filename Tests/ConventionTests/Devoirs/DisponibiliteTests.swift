import Convention
import Testing

@Suite("Annexe qualité II.2 — disponibilité")
struct DisponibiliteTests {
  private typealias E = DevoirsExemple
  private let mars = Fenetre(moisDe: Jour(2026, 3, 15))

  private func coupure(_ from: Int, _ to: Int, _ compte: Coupure.Compte) throws -> Coupure {
    let start = E.utc(Jour(2026, 3, 10), 0)
    return Coupure(try Fenetre(de: start.adding(seconds: from * 60), a: start.adding(seconds: to * 60)), compte)
  }

  @Test("a month has 1 440 minutes a day, one hour less in March and one more in October (R178)")
  func months() {
    #expect(mars.minutes == 31 * 1440 - 60)
    #expect(Fenetre(moisDe: Jour(2026, 10, 1)).minutes == 31 * 1440 + 60)
    #expect(Fenetre(moisDe: Jour(2026, 2, 28)).minutes == 28 * 1440)
  }

  @Test("100 minutes of the centre and 345 exempt in March 2026: 99,78 % and 99 % (R096, R178)")
  func worked() throws {
    let disponibilite = Disponibilite(mars, [try coupure(0, 100, .centre), try coupure(200, 545, .exonere)])
    // 44 580 minutes; (44 580 − 100) / 44 580 = 99,7757 %; (44 580 − 445) / 44 580 = 99,0018 %.
    #expect(disponibilite.minutesArret == 445)
    #expect(disponibilite.horsExonerations == Taux(centiemes: 9978))
    #expect(disponibilite.brute == Taux(centiemes: 9900))
    #expect(disponibilite.explication.calcul[0].contains("(44\u{202F}580 − 445) / 44\u{202F}580"))
  }

  @Test("overlaps count once: announced first, then the centre, then the others (R096)")
  func overlaps() throws {
    let disponibilite = Disponibilite(
      mars,
      [
        try coupure(0, 60, .annonce), try coupure(30, 90, .centre), try coupure(60, 80, .centre),
        try coupure(50, 120, .exonere),
      ])
    #expect(disponibilite.minutesAnnoncees == 60)
    #expect(disponibilite.minutesImputables == 30)
    #expect(disponibilite.minutesArret == 60)
  }

  @Test("the half goes up: 1 minute of 20 000 is 99,995 %, so 100 %; 3 are 99,985 %, so 99,99 % (R178)")
  func half() throws {
    let start = E.utc(Jour(2026, 3, 10), 0)
    let periode = try Fenetre(de: start, a: start.adding(seconds: 20_000 * 60))
    #expect(Disponibilite(periode, [try coupure(0, 1, .centre)]).brute == Taux(centiemes: 10_000))
    #expect(Disponibilite(periode, [try coupure(0, 2, .centre)]).brute == Taux(centiemes: 9999))
    #expect(Disponibilite(periode, [try coupure(0, 3, .centre)]).brute == Taux(centiemes: 9999))
    #expect(Disponibilite(periode, [try coupure(0, 4, .centre)]).brute == Taux(centiemes: 9998))
  }

  @Test("what lies outside the period is not counted, and a minute begun is (R178)")
  func edges() throws {
    let start = mars.de
    let before = Coupure(try Fenetre(de: start.adding(seconds: -600), a: start.adding(seconds: 61)), .centre)
    #expect(Disponibilite(mars, [before]).minutesArret == 2)
    #expect(Disponibilite(mars, []).brute == Taux(centiemes: 10_000))
    #expect(Disponibilite(mars, [Coupure(try Fenetre(de: start, a: mars.a), .centre)]).brute == .nul)
  }

  @Test("a fault counts for the centre until it is qualified otherwise; a fault of quality takes no minute (R096)")
  func qualified() throws {
    var panne = E.panne()
    let end = E.detection.adding(seconds: 3600)
    panne.follow(try panne.decideRetablir(end))
    #expect(Disponibilite(mars, incidents: [panne], at: end).minutesImputables == 60)
    panne.follow(try panne.decideQualifier(.telecommunications(constat: E.texte()), instant: end))
    let disponibilite = Disponibilite(mars, incidents: [panne], at: end)
    #expect(disponibilite.minutesImputables == 0)
    #expect(disponibilite.minutesArret == 60)
    #expect(Disponibilite(mars, incidents: [E.panne(.qualite)], at: end).minutesArret == 0)
  }

  @Test("an announced window stands apart; the hour beyond it counts (R178, R179)")
  func announced() throws {
    var coupure = E.coupure()
    for poste in [E.poste, E.autrePoste] { try coupure.aviser(.poste(poste), E.detection) }
    let avril = Fenetre(moisDe: Jour(2026, 4, 5))
    #expect(Disponibilite(avril, incidents: [coupure], at: avril.a).minutesAnnoncees == 0)
    coupure.follow(try coupure.decideCommencer(E.fenetre.de))
    coupure.follow(try coupure.decideRetablir(E.fenetre.a.adding(seconds: 3600)))
    let disponibilite = Disponibilite(avril, incidents: [coupure], at: avril.a)
    #expect(disponibilite.minutesAnnoncees == 120)
    #expect(disponibilite.minutesImputables == 60)
  }
}
