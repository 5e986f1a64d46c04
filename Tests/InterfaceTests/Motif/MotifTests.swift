import Testing

@testable import Interface

@Suite("Patterns of the tables")
struct MotifTests {
  @Test(
    "a value follows its pattern whole, or not at all",
    arguments: [
      ("[A-Z0-9]{2,8}", ["AB", "HELIOS12"], ["A", "HELIOS123", "ab", ""]),
      (
        "(02[AB][0-9]{3,4}|[0-9]{6,7})", ["02A123", "02B1234", "031012", "0310127"],
        ["02C123", "02A12", "03101", "03101278"]
      ),
      ("[A-Z0-9][A-Z0-9/-]*", ["A", "DEM-1/2"], ["-A", "", "A b"]),
      (
        "([A-RT-Z0-9-][A-Z0-9-]{0,11}|S([A-Z0-9][A-Z0-9-]{0,10})?)", ["2026-000031", "S", "S1", "-"],
        ["S-1", "", "A23456789012X"]
      ),
      (
        "CENTRE SERVEUR HUISSIERS [A-Za-z0-9/?:().,'+ -]*",
        ["CENTRE SERVEUR HUISSIERS ", "CENTRE SERVEUR HUISSIERS a+b (c)"], ["CENTRE SERVEUR HUISSIERS é", "CENTRE"]
      ),
      (#"([A-Z]{2}|\?\?)"#, ["AL", "??"], ["?", "A?", "???"]),
      ("(19|20)[0-9]{2}", ["1999", "2099"], ["2100", "199"]),
      ("a+b?c*", ["a", "aab", "acc", "aabccc"], ["b", "abb", ""]),
      ("(ab){2,}", ["abab", "ababab"], ["ab", "aba"]), ("x{3}", ["xxx"], ["xx", "xxxx"]),
      ("[^0-9]", ["a", " "], ["5", ""]), ("^a$", ["a"], ["^a$"]), (#"\d\w\."#, ["1_.", "2a."], ["a1.", "11x"]),
      ("(?:é|.)", ["é", "x"], ["xy"]), ("a|", ["a", ""], ["b"]), ("[a\\-z]", ["a", "-", "z"], ["b"]),
      ("[-a]", ["-", "a"], ["b"]), ("(a|b)*c", ["c", "abbac"], ["ab"]), ("a{0,2}", ["", "a", "aa"], ["aaa"]),
    ] as [(String, [String], [String])])
  func matching(texte: String, good: [String], bad: [String]) throws {
    let motif = try Motif(texte)
    for value in good { #expect(motif.matches(Latin9.bytes(value)), "\(value)") }
    for value in bad { #expect(!motif.matches(Latin9.bytes(value)), "\(value)") }
  }

  @Test(
    "what is not understood is refused with its place",
    arguments: [
      ("[A-Z", 5), ("(a", 3), ("a)", 2), ("a{2", 4), ("a{3,2}", 7), ("a**", 3), ("*a", 1), ("(?=a)", 3), (#"\b"#, 2),
      (#"(a)\1"#, 5), ("[z-a]", 5), ("[[:alpha:]]", 2), ("a{1001}", 7), ("[]", 2), ("a^", 2), ("→", 1), (#"a\"#, 3),
      ("a+?", 3), ("a{x}", 3),
    ])
  func refused(texte: String, position: Int) {
    let fault = #expect(throws: Motif.Faute.self) { try Motif(texte) }
    #expect(fault?.position == position, "\(fault?.message ?? "")")
  }

  @Test("a pattern that would need too many states is refused, not suffered")
  func bounded() {
    #expect(throws: Motif.Faute.self) { try Motif("(a|b)*a(a|b){25}") }
    #expect(throws: Motif.Faute.self) { try Motif("((a{900}){900}){900}") }
  }

  @Test("any text is read or refused, without a crash")
  func fuzz() {
    var random = Hasard(seed: 7)
    let signs = Array("ab01[](){}|?*+-^$\\.,é ".unicodeScalars)
    for _ in 0..<3000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<random.next(below: 14) { text.append(signs[random.next(below: signs.count)]) }
      guard let motif = try? Motif(String(text)) else { continue }
      _ = motif.matches(Latin9.bytes("ab01 -"))
    }
  }
}
