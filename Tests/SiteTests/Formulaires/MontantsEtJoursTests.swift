import Convention
import Testing

@testable import Site

@Suite("Montants et jours tels qu’on les tape")
struct MontantsEtJoursTests {
  @Test(
    "an amount is read as people write it",
    arguments: [
      ("1 234,56", 123_456), ("1\u{202F}234,56\u{A0}€", 123_456), ("1234.5", 123_450), ("0,05", 5), ("12", 1_200),
      ("999999999999,99", 99_999_999_999_999),
    ])
  func amounts(_ texte: String, _ cents: Int64) {
    #expect(Montant(saisi: texte)?.cents == cents)
  }

  @Test(
    "what could be read in two ways, or is no amount, is refused",
    arguments: ["1,234", "1.234,00", "1,2,3", "-5", "+5", "5,", ",5", "", "12e3", "１２", "1000000000000", "NaN", "0x10"])
  func doubtful(_ texte: String) { #expect(Montant(saisi: texte) == nil) }

  @Test("every amount shown is read back the same: 2 000 of them")
  func roundTrip() {
    var generator = SplitMix(state: 3)
    for _ in 0..<2_000 {
      let montant = Montant(cents: Int64(generator.next() % 100_000_000_000))
      #expect(Montant(saisi: montant.texte) == montant && Montant(saisi: montant.nombre) == montant)
    }
  }

  @Test(
    "a day is read as people write it, 29 February included when it exists",
    arguments: [
      ("23/11/2026", Jour(2026, 11, 23)), ("3/1/2026", Jour(2026, 1, 3)), ("23.11.2026", Jour(2026, 11, 23)),
      ("23-11-2026", Jour(2026, 11, 23)), ("2026-11-23", Jour(2026, 11, 23)), ("29/02/2028", Jour(2028, 2, 29)),
    ])
  func days(_ texte: String, _ jour: Jour) { #expect(Jour(saisi: texte) == jour) }

  @Test(
    "a day that does not exist, or lacks its century, is refused",
    arguments: ["29/02/2026", "31/04/2026", "1/1/26", "11/23/2026", "demain", "", "1/2", "1/2/2026/3", "٣/1/2026"])
  func noDay(_ texte: String) { #expect(Jour(saisi: texte) == nil) }
}
