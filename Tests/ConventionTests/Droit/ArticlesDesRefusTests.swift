import Convention
import Testing

@Suite("D’un article à ses refus et à ses valeurs")
struct ArticlesDesRefusTests {
  @Test("each refusal has its article, and each is found again by its code")
  func each() {
    for motif in Refus.Motif.tous {
      #expect(!motif.articles.isEmpty, "\(motif.code): write its articles in Refus+Articles.swift")
      #expect(Refus.Motif.named(motif.code) == motif)
    }
    #expect(Refus.Motif.named("R-999") == nil)
    #expect(Refus.Motif.named("R-26")?.articles == [Article(10, alinea: 6)])
  }

  @Test("what the sources refuse under a written article is under it in the table")
  func table() throws {
    let sources = try Sources.convention()
    let names = sources.flatMap { file in
      file.texte.matches(of: /static let (\w+) = Self\(\s*"(R-\d+)"/).map { (String($0.1), String($0.2)) }
    }
    let codes = Dictionary(names) { first, _ in first }
    for file in sources {
      for match in file.texte.matches(of: /Refus\(\s*\.(\w+), under: Article\(([^()]*)\)\)/) {
        guard let code = codes[String(match.1)], let motif = Refus.Motif.named(code) else { continue }
        let written = ArticlesDesRefusTests.article(String(match.2), motif.articles)
        #expect(written != nil, "\(file.nom) refuses \(code) under Article(\(match.2)): add it in Refus+Articles.swift")
      }
    }
  }

  /// The article of the table that the arguments in the source write.
  private static func article(_ arguments: String, _ articles: [Article]) -> Article? {
    articles.first { article in
      let texte = article.texte == .convention ? article.numero : ".\(article.texte), \"\(article.numero)\""
      return arguments == texte + (article.alinea.map { ", alinea: \($0)" } ?? "")
        || (arguments.hasSuffix("alinea: alinea") && arguments.hasPrefix(texte))
    }
  }

  @Test("a value is under the article that its source cites, and not under a longer number")
  func values() throws {
    let years = try #require(Bareme.dureeContratYears.toutes.first)
    #expect(years.cites(Article(19)))
    let term = try #require(Bareme.delaiComminatoireDays.toutes.first)
    #expect(term.cites(Article(9, alinea: 1)) && !term.cites(Article(9, alinea: 2)) && term.cites(Article(9)))
    #expect(!years.cites(Article(1)) && !years.cites(Article(.cahierDesCharges, "19")))
    let letter = try #require(Bareme.premiereLettreDays.toutes.first)
    #expect(letter.cites(Article(.annexeQualite, "I.1")))
    #expect(!letter.cites(Article(.annexeQualite, "I")) && !letter.cites(Article(.annexeQualite, "I.2")))
    let choice = try #require(Bareme.alerteSecondeLettreDays.toutes.first)
    #expect(choice.cites(Article(.annexeQualite, "I.1")))
    let degressive = try #require(Bareme.tarifJudiciaire.toutes.first)
    #expect(degressive.cites(Article(.decret1996, "6")) && !degressive.cites(Article(6)))
  }

  @Test("the figures of articles 9, 10, 14, 17, 18, 19 and 21 are found from their article")
  func found() {
    for (numero, texte) in [(9, "75"), (10, "50"), (14, "15"), (17, "30"), (18, "6"), (19, "3"), (21, "2")] {
      let values = Bareme.rubriques.joined().filter { $0.cites(Article(numero)) }
      #expect(values.contains { $0.texte.hasPrefix("\(texte) ") }, "article \(numero)")
    }
  }
}
