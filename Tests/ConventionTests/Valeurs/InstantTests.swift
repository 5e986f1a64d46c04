import Convention
import Foundation
import Testing

@Suite("Instants en heure légale de Paris")
struct InstantTests {
  @Test("winter is one hour ahead of UTC, summer two")
  func offsets() {
    #expect(Instant(Jour(2026, 1, 15), heure: 12).offsetMinutes == 60)
    #expect(Instant(Jour(2026, 7, 15), heure: 12).offsetMinutes == 120)
    #expect(Instant(milliseconds: 0).iso == "1970-01-01T01:00:00+01:00")
  }

  @Test(
    "the night of 29 March 2026 jumps from 1:59:59 to 3:00:00",
    arguments: [(0, "20260329015959+0100"), (1, "20260329030000+0200"), (3600, "20260329035959+0200")])
  func spring(_ seconds: Int, _ horodatage: String) {
    let before = Instant(Jour(2026, 3, 29), heure: 1, minute: 59, seconde: 59)
    #expect(before.adding(seconds: seconds).horodatage == horodatage)
  }

  @Test(
    "the night of 25 October 2026 has two o'clock twice, told apart by the offset",
    arguments: [
      (0, "20261025015959+0200"), (1, "20261025020000+0200"), (3600, "20261025025959+0200"),
      (3601, "20261025020000+0100"), (7201, "20261025030000+0100"),
    ])
  func autumn(_ seconds: Int, _ horodatage: String) {
    let before = Instant(Jour(2026, 10, 25), heure: 1, minute: 59, seconde: 59)
    #expect(before.adding(seconds: seconds).horodatage == horodatage)
  }

  @Test("2:30 on the night of October means the later one")
  func ambiguous() {
    let instant = Instant(Jour(2026, 10, 25), heure: 2, minute: 30)
    #expect(instant.horodatage == "20261025023000+0100")
  }

  @Test("the civil day changes at midnight in Paris, not at midnight UTC")
  func civilDay() {
    let late = Instant(Jour(2026, 7, 14), heure: 23, minute: 59, seconde: 59)
    #expect(late.jour == Jour(2026, 7, 14))
    #expect(late.adding(seconds: 1).jour == Jour(2026, 7, 15))
    let newYear = Instant(Jour(2026, 1, 1), heure: 0)
    #expect(newYear.jour == Jour(2026, 1, 1))
    #expect(newYear.adding(seconds: -1).jour == Jour(2025, 12, 31))
  }

  @Test("the three forms, for files, machines and people")
  func forms() {
    let instant = Instant(Jour(2026, 3, 2), heure: 20, minute: 31)
    #expect(instant.horodatage == "20260302203100+0100")
    #expect(instant.iso == "2026-03-02T20:31:00+01:00")
    #expect(instant.texte == "02/03/2026 à 20\u{A0}h\u{A0}31")
  }

  @Test("every hour of a year keeps its day and time, except the hour that does not exist")
  func roundTrip() {
    for offset in 0..<365 {
      let jour = Jour(2026, 1, 1).adding(days: offset)
      for heure in 0..<24 where !(jour == Jour(2026, 3, 29) && heure == 2) {
        let instant = Instant(jour, heure: heure, minute: 7, seconde: 9)
        #expect(instant.jour == jour)
        #expect(instant.time == (heure, 7, 9))
      }
    }
  }

  @Test("instants before 1970 keep their day and their second")
  func beforeEpoch() {
    #expect(Instant(milliseconds: -1).iso == "1970-01-01T00:59:59+01:00")
    #expect(Instant(milliseconds: -86_400_000).jour == Jour(1969, 12, 31))
  }

  @Test("the journal keeps milliseconds since 1970")
  func codable() throws {
    let instant = Instant(milliseconds: 1_772_479_860_123)
    #expect(String(decoding: try JSONEncoder().encode([instant]), as: UTF8.self) == "[1772479860123]")
    #expect(instant < instant.adding(seconds: 1))
  }
}
