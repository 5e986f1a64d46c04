import Centre
import Foundation
import Testing

@testable import CentreServeur

@Suite("Affichage")
struct AffichageTests {
  @Test("JSON escapes what it must and keeps the rest")
  func escapes() throws {
    let text = "« é € » \"a\\b\" \n\t\u{1}\u{7F}\u{2028}"
    let value = JSONValue.objet([("clé", .texte(text)), ("n", .entier(-5)), ("v", .liste([.nul, .booleen(true)]))])
    for written in [value.texte, value.pages()] {
      let read = try #require(try JSONSerialization.jsonObject(with: Data(written.utf8)) as? [String: Any])
      #expect(read["clé"] as? String == text)
      #expect(read["n"] as? Int == -5)
    }
    #expect(value.texte.contains("« é € »"))
  }

  @Test("a long list is the same text whatever its length")
  func lists() throws {
    for count in [0, 1, 5_000] {
      let releve = Releve()
      releve.ecran().liste((0..<count).lazy.map { JSONValue.objet([("n", .entier(Int64($0)))]) })
      #expect((try JSONSerialization.jsonObject(with: Data(releve.sortie.utf8)) as? [Any])?.count == count)
    }
  }

  @Test("the bar is full at the end, empty at the start, and whole for nothing to do")
  func bar() {
    #expect(BarreDeProgression.line(0, of: 10, "x").hasSuffix("0 %  0/10  x"))
    #expect(BarreDeProgression.line(10, of: 10, "x").contains("100 %"))
    #expect(BarreDeProgression.line(0, of: 0, "x").contains("0 %"))
  }

  @Test("a short work and a work without a terminal draw nothing")
  func silence() {
    let releve = Releve()
    let bar = BarreDeProgression(releve.ecran())
    bar.show(1, of: 2, "x")
    bar.finish()
    #expect(releve.avertissements == "")
  }

  @Test("zero and one are singular in French")
  func plural() {
    #expect(accorde(0, "ligne", "lignes") == "0 ligne")
    #expect(accorde(1, "ligne", "lignes") == "1 ligne")
    #expect(accorde(2, "ligne", "lignes") == "2 lignes")
  }

  @Test("a fault of the system is a French sentence with its file")
  func faults() {
    let missing = CocoaError(.fileReadNoSuchFile, userInfo: [NSFilePathErrorKey: "a.txt"])
    #expect(phrase(missing) == "« a.txt » : fichier ou dossier introuvable.")
    #expect(phrase(NSError(domain: "x", code: 3)).hasPrefix("Erreur interne"))
    #expect(issue(of: MauvaisUsage("x")) == .mauvaisUsage)
    #expect(issue(of: DemandeRefusee("x")) == .refuse)
    #expect(issue(of: Faute("x")) == .faute)
  }
}
