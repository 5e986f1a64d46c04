import Convention
import Foundation
import Testing

@Suite("Identifiants")
struct IdentifiantsTests {
  @Test("a postal code is five digits", arguments: ["31770", "01000", "97400", "98000", "00000"])
  func codePostal(_ texte: String) { #expect(CodePostal(texte)?.texte == texte) }

  @Test("no other text is a postal code", arguments: ["", "3177", "317700", "3177O", "31 770", "2A004", "٣١٧٧٠"])
  func codePostalRefused(_ texte: String) { #expect(CodePostal(texte) == nil) }

  @Test("the départements: 01 to 19, 2A, 2B, 21 to 95, and overseas")
  func departements() {
    let metropole = (1...95).filter { $0 != 20 }.map { $0 < 10 ? "0\($0)" : "\($0)" }
    let outreMer = ["971", "972", "973", "974", "975", "976", "977", "978", "986", "987", "988"]
    for texte in metropole + ["2A", "2B"] + outreMer { #expect(Departement(texte)?.texte == texte) }
  }

  @Test(
    "20 is no département since 1976, nor 96, 979 or a number without its zero",
    arguments: ["20", "00", "96", "97", "98", "99", "970", "979", "985", "989", "1", "001", "2a", "2C", "", "031"])
  func departementRefused(_ texte: String) { #expect(Departement(texte) == nil) }

  @Test(
    "the département comes from the commune's code",
    arguments: [
      ("31149", "31"), ("2A004", "2A"), ("2B033", "2B"), ("97411", "974"), ("98818", "988"), ("01004", "01"),
    ])
  func codeInsee(_ texte: String, _ departement: String) {
    #expect(CodeInsee(texte)?.departement.texte == departement)
  }

  @Test(
    "a commune's code of no département is refused",
    arguments: ["", "20004", "96001", "97901", "3114", "311490", "2A0O4", "2a004", "3B149"])
  func codeInseeRefused(_ texte: String) { #expect(CodeInsee(texte) == nil) }

  @Test(
    "a codique is six or seven digits, or 02A or 02B and three or four digits",
    arguments: ["031012", "0310120", "02A012", "02B0123", "999999"])
  func codique(_ texte: String) { #expect(Codique(texte)?.texte == texte) }

  @Test(
    "no other text is a codique",
    arguments: ["", "31012", "03101234", "03A012", "02C012", "02A01", "02A01234", "O31012", "02a012", "031 12"])
  func codiqueRefused(_ texte: String) { #expect(Codique(texte) == nil) }

  @Test("an étude's code is four to eight capitals and digits", arguments: ["E310", "E3101", "ABCDEFGH", "12345678"])
  func codeEtude(_ texte: String) { #expect(CodeEtude(texte) != nil) }

  @Test("no other text is an étude's code", arguments: ["", "E31", "E31010101", "e3101", "E-3101", "É3101", "E 3101"])
  func codeEtudeRefused(_ texte: String) { #expect(CodeEtude(texte) == nil) }

  @Test("a demand's number is one to forty capitals, digits, / and -, the first not a sign")
  func numeroDemande() {
    for texte in ["1", "A", "2026/031-7", "D-1", String(repeating: "9", count: 40)] {
      #expect(NumeroDemande(texte) != nil, "\(texte)")
    }
    for texte in ["", "-1", "/1", "a1", "1 2", "1_2", "É1", String(repeating: "9", count: 41)] {
      #expect(NumeroDemande(texte) == nil, "\(texte)")
    }
  }

  @Test("an identifier is kept as its text, and a malformed one is not read")
  func codable() throws {
    let read = try JSONDecoder().decode([Codique].self, from: Data(#"["031012"]"#.utf8))
    #expect(read.map(\.texte) == ["031012"])
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([Codique].self, from: Data(#"["31"]"#.utf8))
    }
    #expect(String(decoding: try JSONEncoder().encode(read), as: UTF8.self) == #"["031012"]"#)
  }

  @Test("identifiers are sorted by their text and shown as it")
  func order() {
    let codes = ["E3102", "E3101"].map { Exemple.require(CodeEtude($0)) }
    #expect(codes.sorted().map(\.description) == ["E3101", "E3102"])
  }
}
