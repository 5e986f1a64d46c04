import Convention
import Testing

@Suite("Repli: names folded for sorting and search")
struct RepliTests {
  @Test(
    "capitals without accents, ligatures as letters, punctuation as one blank",
    arguments: [
      ("Lefèvre", "LEFEVRE"), ("D'Anglade", "D ANGLADE"), ("Cœur-de-la-Vallée", "COEUR DE LA VALLEE"),
      ("  saint   étienne ", "SAINT ETIENNE"), ("e\u{301}te\u{301}", "ETE"), ("", ""), ("漢字", ""),
    ])
  func folds(_ texte: String, _ expected: String) {
    #expect(String(decoding: repli(texte), as: UTF8.self) == expected)
  }

  @Test("a name made of ampersands fits: each becomes two letters and a blank")
  func ampersands() {
    #expect(repli(String(repeating: "&", count: 40)).count == 40 * 2 + 39)
  }
}
