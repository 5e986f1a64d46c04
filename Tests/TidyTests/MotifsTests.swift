import Testing

@Suite("Motifs de refus")
struct MotifsTests {
  /// Name and file of each reason.
  private func motifs() throws -> [(nom: String, path: String)] {
    try Depot.files("Sources/Convention/Droit").filter { $0.contains("/Refus+") }.flatMap { path in
      try Depot.text(path).matches(of: /public static let (\w+) = Self\(/).map { (String($0.1), path) }
    }
  }

  private func text(_ folder: String, except part: String = "/Droit/Refus") throws -> String {
    try Depot.files(folder).filter { !$0.contains(part) }.map { try CodeSansTexte(Depot.text($0)).lignes }
      .flatMap { $0 }.map(\.text).joined(separator: "\n")
  }

  /// The members named in a text: `.horsRessort`.
  private func members(_ text: String) -> Set<String> { Set(text.matches(of: /\.(\w+)/).map { String($0.1) }) }

  @Test("each reason is given by a rule")
  func used() throws {
    let named = members(try text("Sources"))
    for (nom, path) in try motifs() {
      #expect(
        named.contains(nom),
        "\(path): no rule refuses with \(nom); use it, or take it away (its code is not given again)")
    }
  }

  @Test("each reason is expected by a test")
  func tested() throws {
    let named = members(try text("Tests"))
    for (nom, path) in try motifs() {
      #expect(named.contains(nom), "\(path): no test expects \(nom); write the case that it refuses")
    }
  }

  @Test("each refusal cites its article")
  func cited() throws {
    for path in try Depot.files("Sources") where !path.hasSuffix("Droit/Refus.swift") {
      let code = try CodeSansTexte(Depot.text(path)).lignes.map(\.text).joined(separator: "\n")
      for match in code.matches(of: /\bRefus\(([^\n]*(?:\n[^\n]*){0,2})/) where !match.1.hasPrefix(")") {
        #expect(
          match.1.firstMatch(of: /^\s*\.?\w+,\s*under:\s*\S/) != nil,
          "\(path) makes a Refus without « under: Article(…) »: \(match.1.prefix(60))")
      }
    }
  }

  @Test("no two reasons have the same code, and each has a sentence")
  func codes() throws {
    var seen: Set<String> = []
    for path in try Depot.files("Sources/Convention/Droit") where path.contains("/Refus+") {
      for match in try Depot.text(path).matches(of: /Self\(\s*"(R-\d{2,3})",\s*"([^"]+)"\s*\)/) {
        #expect(seen.insert(String(match.1)).inserted, "\(path): \(match.1) is given twice")
        #expect(!match.2.hasSuffix("."), "\(path): the sentence of \(match.1) has its final stop")
      }
    }
    #expect(try seen.count == motifs().count)
  }
}
