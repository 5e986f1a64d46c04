import Convention
import Foundation
import Testing

@Suite("Écritures d'un jour")
struct JourTextesTests {
  @Test("a day is written for machines, for files and for people")
  func written() {
    let jour = Jour(2026, 3, 2)
    #expect(jour.iso == "2026-03-02")
    #expect(jour.compact == "20260302")
    #expect(jour.texte == "02/03/2026")
  }

  @Test("every day of a leap year reads back from both its forms")
  func readBack() {
    for offset in 0..<366 {
      let jour = Jour(2024, 1, 1).adding(days: offset)
      #expect(Jour(iso: jour.iso) == jour)
      #expect(Jour(compact: jour.compact) == jour)
    }
  }

  @Test(
    "anything but AAAA-MM-JJ is refused",
    arguments: [
      "", "2026-3-2", "2026-03-2", "26-03-02", "2026/03/02", "20260302", "2026-03-02 ", " 2026-03-02",
      "2026-03-02T", "2026-02-29", "2026-13-01", "2026-00-10", "2026-01-00", "1899-12-31", "2200-01-01",
      "2O26-03-02", "+026-03-02", "-026-03-02", "2026--302", "2026-03-02-", "２０２６-03-02", "2026-03-0é",
    ])
  func isoRefused(_ texte: String) {
    #expect(Jour(iso: texte) == nil)
  }

  @Test(
    "anything but AAAAMMJJ is refused; eight zeros and eight blanks are no date",
    arguments: [
      "", "00000000", "        ", "2026032", "202603020", "2026-3-2", "20260229", "20261301", "20260001",
      "20260100", "18991231", "22000101", "2026O302", "+2026030", "99999999",
    ])
  func compactRefused(_ texte: String) {
    #expect(Jour(compact: texte) == nil)
  }

  @Test("29 February is read in 2024 and refused in 2026")
  func leapDay() {
    #expect(Jour(iso: "2024-02-29") == Jour(2024, 2, 29))
    #expect(Jour(compact: "20240229") == Jour(2024, 2, 29))
    #expect(Jour(iso: "2026-02-29") == nil)
  }

  @Test("the journal keeps AAAA-MM-JJ and reads nothing else")
  func codable() throws {
    let bytes = try JSONEncoder().encode([Jour(2026, 3, 2)])
    #expect(String(decoding: bytes, as: UTF8.self) == #"["2026-03-02"]"#)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([Jour].self, from: Data(#"["2026-02-30"]"#.utf8))
    }
  }
}
