import Testing

@testable import Site

@Suite("Formulaires envoyés par un navigateur")
struct FormulaireURLTests {
  private func lire(_ texte: String) throws -> Formulaire { try Formulaire(urlencode: Array(texte.utf8)) }

  @Test("fields are read in order, with their accents, spaces and signs")
  func fields() throws {
    let formulaire = try lire("nom=L%27Hostis+%C3%89lo%C3%AFse&montant=1%C2%A0234%2C56&vide=&seul&nom=second")
    #expect(formulaire["nom"] == "L'Hostis Éloïse")
    #expect(formulaire["montant"] == "1\u{A0}234,56")
    #expect(formulaire.rempli("vide") == nil)
    #expect(formulaire.rempli("seul") == nil)
    #expect(formulaire.toutes("nom") == ["L'Hostis Éloïse", "second"])
    #expect(formulaire["absent"] == "")
  }

  @Test("spaces around what is typed are nothing, but a password keeps its own")
  func blanks() throws {
    let formulaire = try lire("code=+031012%0D%0A&mot=+a+b+")
    #expect(formulaire["code"] == "031012")
    #expect(formulaire.brut("mot") == " a b ")
  }

  @Test(
    "a broken percent is refused, a byte that is not UTF-8 reads as a mark", arguments: ["a=%", "a=%4", "a=%GG", "%="])
  func broken(_ texte: String) throws {
    #expect(throws: FauteDePage.formulaireIllisible) { try lire(texte) }
    #expect(try lire("a=%FF")["a"] == "\u{FFFD}")
  }

  @Test("2 000 fields are read, 2 001 are refused")
  func bound() throws {
    let full = Array(repeating: "a=1", count: 2_000).joined(separator: "&")
    #expect(try lire(full).champs.count == 2_000)
    #expect(throws: FauteDePage.formulaireIllisible) { try lire(full + "&a=1") }
  }

  @Test("whatever is written by an address is read back the same: 2 000 random texts")
  func roundTrip() throws {
    var generator = SplitMix(state: 20261126)
    for _ in 0..<2_000 {
      let text = String(
        String.UnicodeScalarView(
          (0..<Int(generator.next() % 20)).compactMap { _ in Unicode.Scalar(UInt32(generator.next() % 0x2FFF) + 1) }))
      #expect(try lire("x=\(text.dansURL)").brut("x") == text)
    }
  }

  @Test("random bytes are read or refused, never worse: 5 000 forms")
  func fuzz() {
    var generator = SplitMix(state: 7)
    let alphabet = Array("ab=&%+0F\u{7F}é ".utf8) + [0xFF, 0x00]
    for _ in 0..<5_000 {
      let bytes = (0..<Int(generator.next() % 40)).map { _ in alphabet[Int(generator.next() % UInt64(alphabet.count))] }
      let read = try? Formulaire(urlencode: bytes)
      #expect((read?.champs.count ?? 0) <= bytes.count)
    }
  }

  @Test("a body of another type is no form")
  func type() {
    #expect(throws: FauteDePage.formulaireIllisible) { try Formulaire(octets: Array("a=1".utf8), type: "text/plain") }
    #expect(throws: Never.self) {
      try Formulaire(octets: Array("a=1".utf8), type: "application/x-www-form-urlencoded; charset=UTF-8")
    }
  }
}

/// Numbers that are the same at every run.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
