import Convention
import Testing

@testable import Interface

@Suite("Bytes — text, numbers, days")
struct OctetsTests {
  @Test("every byte of ISO-8859-15 has its character and comes back")
  func latin9() {
    for byte in UInt8.min...UInt8.max {
      let text = Latin9.text([byte])
      #expect(Latin9.exactBytes(text) == [byte])
    }
    #expect(Latin9.text([0xA4, 0xBD, 0xBC, 0xBE, 0xE9]) == "€œŒŸé")
    #expect(Latin9.byte("\u{A4}") == nil)
  }

  @Test("what ISO-8859-15 does not have is written at the nearest, or « ? »")
  func transliteration() {
    func written(_ texte: String) -> String { Latin9.text(Latin9.bytes(texte)) }
    #expect(written("L’élève… « ici » – 5 €") == "L'élève... « ici » - 5 €")
    #expect(written("Łódź, Nguyễn, Čapek, Đặng") == "Lódz, Nguyen, Capek, Dang")
    #expect(written("e\u{301}") == "é")
    #expect(written("漢 😀") == "? ?")
    #expect(written("a\tb\nc\u{85}d") == "a b c d")
    #expect(written("½ ¼") == "1/2 1/4")
  }

  @Test("digits are read at any width, up to eighteen significant ones")
  func numbers() {
    func read(_ texte: String) -> Int64? {
      Array(texte.utf8 + [0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20]).withUnsafeBufferPointer { bytes in
        bytes.baseAddress.flatMap { $0.entier(texte.utf8.count) }
      }
    }
    var random = Hasard(seed: 3)
    for width in 1...18 {
      for _ in 0..<50 {
        let digits = (0..<width).map { _ in String(random.next(below: 10)) }.joined()
        #expect(read(digits) == Int64(digits))
        let spoiled = random.next(below: width)
        for sign in ["/", ":", " ", "-", "\u{B9}"] {
          var bytes = Array(digits)
          bytes[spoiled] = Character(sign)
          #expect(read(String(bytes)) == nil)
        }
      }
    }
    #expect(read("00009999999999999999999") == nil)
    #expect(read("00000999999999999999999") == 999_999_999_999_999_999)
  }

  @Test("every day of two centuries is a day, and no other eight digits of a month are")
  func days() {
    func isDate(_ value: Int) -> Bool {
      let digits = String(value)
      let text = String(repeating: "0", count: 8 - digits.count) + digits
      return Array(text.utf8).withUnsafeBufferPointer { $0.baseAddress.map { $0.isDate() } ?? false }
    }
    for annee in [1899, 1900, 1999, 2000, 2023, 2024, 2099, 2100] {
      for mois in 0...13 {
        for jour in 0...32 {
          let exists = Jour(annee: annee, mois: mois, jour: jour) != nil && annee <= 2099
          #expect(isDate(annee * 10000 + mois * 100 + jour) == exists, "\(annee)-\(mois)-\(jour)")
        }
      }
    }
  }

  @Test("an instant keeps the day written and is placed in UTC; the night of the change of hour has no doubt")
  func instants() throws {
    func read(_ texte: String) -> Horodatage? {
      Array(texte.utf8).withUnsafeBufferPointer { $0.baseAddress.flatMap { $0.horodatage() } }
    }
    let first = try #require(read("20261025023000+0200"))
    let second = try #require(read("20261025023000+0100"))
    #expect(second.instant.milliseconds - first.instant.milliseconds == 3_600_000)
    #expect(first.jour == Jour(2026, 10, 25))
    let away = try #require(read("20260302233000-0400"))
    #expect(away.jour == Jour(2026, 3, 2))
    #expect(away.instant.iso == "2026-03-03T04:30:00+01:00")
  }

  @Test("a control byte is seen at every place of a record")
  func control() {
    for position in 0..<70 {
      var bytes = Array(repeating: UInt8(0x41), count: 70)
      #expect(bytes.withUnsafeBufferPointer { $0.baseAddress.map { $0.hasControl(70) } } == false)
      bytes[position] = 0x9F
      #expect(bytes.withUnsafeBufferPointer { $0.baseAddress.map { $0.hasControl(70) } } == true)
    }
  }
}
