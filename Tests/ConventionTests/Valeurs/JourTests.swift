import Convention
import Testing

@Suite("Jours civils")
struct JourTests {
  @Test(
    "the 29th of February exists in leap years only; a century is leap every four hundred years",
    arguments: [
      (1900, false), (1904, true), (2000, true), (2023, false), (2024, true), (2100, false), (2196, true),
    ])
  func leapYears(_ annee: Int, _ leap: Bool) {
    #expect((Jour(annee: annee, mois: 2, jour: 29) != nil) == leap)
    #expect(Jour(annee, 3, 1).days(since: Jour(annee, 2, 28)) == (leap ? 2 : 1))
  }

  @Test(
    "a day that does not exist, or lies outside 1900–2199, is refused",
    arguments: [
      (1899, 12, 31), (2200, 1, 1), (2026, 0, 1), (2026, 13, 1), (2026, 1, 0), (2026, 1, 32),
      (2026, 4, 31), (2026, 2, 30), (0, 0, 0), (-1, 1, 1),
    ])
  func refused(_ annee: Int, _ mois: Int, _ jour: Int) {
    #expect(Jour(annee: annee, mois: mois, jour: jour) == nil)
  }

  @Test("the first and the last day are accepted")
  func bounds() {
    #expect(Jour(annee: 1900, mois: 1, jour: 1)?.weekday == .lundi)
    #expect(Jour(annee: 2199, mois: 12, jour: 31)?.weekday == .mardi)
  }

  @Test("each of the 109 573 days follows the one before it, in number, date and weekday")
  func everyDay() {
    let first = Jour(1900, 1, 1)
    let last = Jour(2199, 12, 31)
    #expect(last.days(since: first) + 1 == 109_573)
    var faults = 0
    for rank in first.rank...last.rank {
      let jour = Jour(rank: rank)
      let (annee, mois, quantieme) = jour.components
      let next = jour.adding(days: 1)
      let follows = next.weekday.rawValue == jour.weekday.rawValue % 7 + 1
      if Jour(annee: annee, mois: mois, jour: quantieme) != jour || !follows { faults += 1 }
    }
    #expect(faults == 0)
  }

  @Test(
    "known weekdays",
    arguments: [
      (Jour(1970, 1, 1), Jour.Semaine.jeudi), (Jour(1969, 12, 31), .mercredi),
      (Jour(2010, 12, 15), .mercredi), (Jour(2026, 3, 2), .lundi), (Jour(2026, 3, 1), .dimanche),
      (Jour(2024, 2, 29), .jeudi),
    ])
  func weekdays(_ jour: Jour, _ weekday: Jour.Semaine) {
    #expect(jour.weekday == weekday)
  }

  @Test(
    "art. 641 CPC, al. 2: months end on the same day of the month, or on the last one",
    arguments: [
      (Jour(2012, 8, 31), 6, Jour(2013, 2, 28)), (Jour(2026, 12, 31), 2, Jour(2027, 2, 28)),
      (Jour(2027, 12, 31), 2, Jour(2028, 2, 29)), (Jour(2010, 12, 15), 36, Jour(2013, 12, 15)),
      (Jour(2024, 2, 29), 12, Jour(2025, 2, 28)), (Jour(2024, 2, 29), 48, Jour(2028, 2, 29)),
      (Jour(2026, 1, 31), 1, Jour(2026, 2, 28)), (Jour(2026, 11, 30), 1, Jour(2026, 12, 30)),
      (Jour(2026, 11, 30), 2, Jour(2027, 1, 30)), (Jour(2026, 3, 31), -1, Jour(2026, 2, 28)),
      (Jour(2026, 1, 15), -1, Jour(2025, 12, 15)), (Jour(2026, 5, 5), 0, Jour(2026, 5, 5)),
    ])
  func months(_ jour: Jour, _ months: Int, _ expected: Jour) {
    #expect(jour.adding(months: months) == expected)
  }

  @Test("days are counted across months and years, forwards and backwards")
  func days() {
    #expect(Jour(2025, 12, 31).adding(days: 1) == Jour(2026, 1, 1))
    #expect(Jour(2026, 3, 1).adding(days: -1) == Jour(2026, 2, 28))
    #expect(Jour(2026, 1, 5).days(since: Jour(2026, 3, 21)) == -75)
    #expect(Jour(2026, 1, 5) < Jour(2026, 1, 6))
  }
}
