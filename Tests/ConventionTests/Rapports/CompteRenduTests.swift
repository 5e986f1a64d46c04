import Convention
import Testing

@Suite("Art. 10, al. 2 — comptes rendus de la procédure judiciaire")
struct CompteRenduTests {
  private let reception = Jour(2026, 1, 31)

  @Test("received on 31/01/2026, every month: due on 28/02, 31/03, 30/04 (R033)")
  func dueDates() throws {
    let echeancier = try EcheancierDeComptesRendus(reception: reception, periodeMonths: 1)
    #expect(
      echeancier.comptesRendus(through: Jour(2026, 4, 30)).map(\.echeance)
        == [Jour(2026, 2, 28), Jour(2026, 3, 31), Jour(2026, 4, 30)])
    #expect(echeancier.comptesRendus(through: Jour(2026, 2, 27)).isEmpty)
    #expect(echeancier.prochaine(on: Jour(2026, 2, 28)) == Jour(2026, 2, 28))
    #expect(echeancier.prochaine(on: Jour(2026, 3, 1)) == Jour(2026, 3, 31))
  }

  @Test("a due report not entered is an alert from the day after, until it is entered (R033)")
  func alert() throws {
    let due = Jour(2026, 2, 28)
    let missing = try EcheancierDeComptesRendus(reception: reception, periodeMonths: 1)
    #expect(missing.enRetard(on: due).isEmpty)
    #expect(missing.enRetard(on: Jour(2026, 3, 1)).map(\.echeance) == [due])
    let entered = try EcheancierDeComptesRendus(reception: reception, periodeMonths: 1, recus: [due])
    #expect(entered.enRetard(on: Jour(2026, 3, 31)).isEmpty)
    let late = try EcheancierDeComptesRendus(reception: reception, periodeMonths: 1, recus: [Jour(2026, 3, 5)])
    #expect(late.enRetard(on: Jour(2026, 3, 4)).map(\.echeance) == [due])
    #expect(late.enRetard(on: Jour(2026, 3, 5)).isEmpty)
    #expect(late.comptesRendus(through: Jour(2026, 3, 5)).map { $0.isLate(on: Jour(2026, 3, 5)) } == [true])
  }

  @Test("two reports in one period do not stand for the next; a late one answers its own period alone")
  func oneEach() throws {
    let twice = try EcheancierDeComptesRendus(
      reception: reception, periodeMonths: 1, recus: [Jour(2026, 2, 20), Jour(2026, 2, 10)])
    #expect(twice.comptesRendus(through: Jour(2026, 3, 31)).map(\.recuLe) == [Jour(2026, 2, 10), nil])
    let late = try EcheancierDeComptesRendus(
      reception: reception, periodeMonths: 1, recus: [Jour(2026, 3, 5), Jour(2026, 3, 20)])
    #expect(late.comptesRendus(through: Jour(2026, 3, 31)).map(\.recuLe) == [Jour(2026, 3, 5), Jour(2026, 3, 20)])
  }

  @Test("nothing is due after the end of the phase")
  func ended() throws {
    let echeancier = try EcheancierDeComptesRendus(reception: reception, periodeMonths: 1, fin: Jour(2026, 3, 30))
    #expect(echeancier.comptesRendus(through: Jour(2026, 12, 31)).count == 1)
    #expect(echeancier.prochaine(on: Jour(2026, 3, 1)) == nil)
    let sameDay = try EcheancierDeComptesRendus(reception: reception, periodeMonths: 1, fin: Jour(2026, 3, 31))
    #expect(sameDay.comptesRendus(through: Jour(2026, 12, 31)).count == 2)
  }

  @Test("a period of 0 months, or longer than a contract, is refused", arguments: [0, 1, 36, 37, Int.max, -1])
  func period(_ months: Int) {
    if (1...36).contains(months) {
      #expect(throws: Never.self) { try EcheancierDeComptesRendus(reception: reception, periodeMonths: months) }
    } else {
      #expect(throws: Refus(.periodiciteDeRapport, under: Article(10, alinea: 2))) {
        try EcheancierDeComptesRendus(reception: reception, periodeMonths: months)
      }
    }
  }

  @Test("a due date says how it is counted")
  func explained() throws {
    let text = try EcheancierDeComptesRendus(reception: reception, periodeMonths: 1).explication(3)
    #expect(text.calcul == ["31/01/2026 + 3 × 1 mois = 30/04/2026"])
    #expect(text.resultat == "30/04/2026")
    #expect(text.exigences == ["R033"])
  }
}
