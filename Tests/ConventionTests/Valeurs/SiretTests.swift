import Convention
import Testing

@Suite("Siren et Siret")
struct SiretTests {
  @Test(
    "a Siret is fourteen digits under Luhn, over all of them and over the Siren",
    arguments: ["30000001500010", "73282932000074", "35600000000048"])
  func accepted(_ texte: String) {
    #expect(Siret(texte)?.texte == texte)
    #expect(Siret(texte)?.siren.texte == String(texte.prefix(9)))
  }

  @Test(
    "a wrong key, a wrong length or another character is refused",
    arguments: [
      "", "73282932000075", "7328293200007", "732829320000740", "7328293200007A", "732 829 320 00074",
      "73282932000047", "73282933000073", "７3282932000074",
    ])
  func refused(_ texte: String) {
    #expect(Siret(texte) == nil)
  }

  @Test("an establishment of La Poste needs only a sum of digits that five divides")
  func laPoste() {
    // 3+5+6 = 14; with NIC 00001 the sum is 15, with 00006 it is 20; neither passes Luhn.
    #expect(Siret("35600000000001") != nil)
    #expect(Siret("35600000000006") != nil)
    #expect(Siret("35600000000002") == nil)
  }

  @Test("the rule of La Poste is for La Poste only")
  func elsewhere() {
    // 7+3+2+8+2+9+3+2 = 36; NIC 00004 brings the sum to 40, which five divides, and Luhn refuses.
    #expect(Siret("73282932000004") == nil)
  }

  @Test("a Siren is nine digits under Luhn", arguments: ["732829320", "356000000", "300000015"])
  func siren(_ texte: String) {
    #expect(Siren(texte) != nil)
  }

  @Test("a wrong Siren is refused", arguments: ["", "732829321", "73282932", "7328293200", "73282932O"])
  func sirenRefused(_ texte: String) {
    #expect(Siren(texte) == nil)
  }
}
