import Convention
import Testing

@Suite("D’une règle à son article")
struct ReglesTests {
  @Test("each rule that an explanation names is listed with the requirements that it writes, and nothing else is")
  func listed() throws {
    var written: Set<String> = []
    for file in try Sources.convention() {
      for match in file.texte.matches(of: /regle: "([^"]+)"(?:[^\]"]|"[^"]*")*?exigences: (\[[^\]]*\])?/) {
        let name = String(match.1.split(separator: ".")[0])
        written.insert(name)
        let ids = (match.2 ?? "").matches(of: /R\d{3}/).map { String($0.0) }
        let missing = Set(ids).subtracting(Regles.exigences(name))
        #expect(missing.isEmpty, "\(file.nom): add \(missing.sorted()) to \(name) in Regles.swift")
      }
      for match in file.texte.matches(of: /regle: "([^"]+)"/) {
        written.insert(String(match.1.split(separator: ".")[0]))
      }
    }
    #expect(Set(Regles.toutes.map(\.nom)) == written, "Regles.swift and the explanations differ")
    #expect(Regles.toutes.allSatisfy { !$0.exigences.isEmpty })
  }

  @Test("a rule is found whatever its capitals and what stands after a point; an unknown one has nothing")
  func found() {
    #expect(Regles.exigences("LimiteDeReversement") == ["R055", "R056", "R057"])
    #expect(Regles.exigences("dossier.resteDu") == Regles.exigences("Dossier"))
    #expect(Regles.exigences("Inconnue").isEmpty && Regles.exigences("").isEmpty)
  }
}
