import Convention
import Foundation
import Testing

@Suite("Montants en centimes")
struct MontantTests {
  @Test(
    "an amount is written with French typography, the sign first, two decimals always",
    arguments: [
      (0, "0,00"), (1, "0,01"), (10, "0,10"), (99, "0,99"), (100, "1,00"), (99_999, "999,99"),
      (100_000, "1\u{202F}000,00"), (123_456, "1\u{202F}234,56"),
      (123_456_789_012, "1\u{202F}234\u{202F}567\u{202F}890,12"), (-5, "-0,05"),
      (-123_456, "-1\u{202F}234,56"),
      (Int64.max, "92\u{202F}233\u{202F}720\u{202F}368\u{202F}547\u{202F}758,07"),
      (Int64.min, "-92\u{202F}233\u{202F}720\u{202F}368\u{202F}547\u{202F}758,08"),
    ] as [(Int64, String)])
  func typography(_ cents: Int64, _ nombre: String) {
    #expect(Montant(cents: cents).nombre == nombre)
    #expect(Montant(cents: cents).texte == nombre + "\u{A0}€")
  }

  @Test("the separators are no-break spaces, so that an amount is never cut at the end of a line")
  func spaces() {
    #expect(!Montant(cents: 123_456_789).texte.contains(" "))
  }

  @Test("0,10 € three times is exactly 0,30 €")
  func arithmetic() {
    let dime = Montant(cents: 10)
    #expect(dime + dime + dime == Montant(cents: 30))
    #expect(Montant(cents: 30) - Montant(cents: 31) == Montant(cents: -1))
    #expect(Montant(cents: -1) < .zero)
  }

  @Test("an amount is kept as a whole number of cents, and nothing else is read")
  func codable() throws {
    #expect(try JSONDecoder().decode(Montant.self, from: Data("1234".utf8)) == Montant(cents: 1234))
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Montant.self, from: Data("12.5".utf8))
    }
  }
}
