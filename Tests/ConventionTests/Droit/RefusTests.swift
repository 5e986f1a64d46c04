import Convention
import Testing

@Suite("Refus et articles")
struct RefusTests {
  @Test("each reason has its own code and a French sentence; a refusal cites its article")
  func sentences() {
    let motifs = Refus.Motif.tous
    #expect(Set(motifs.map(\.code)).count == motifs.count)
    #expect(Set(motifs.map(\.phrase)).count == motifs.count)
    for motif in motifs {
      #expect(!motif.phrase.hasSuffix("."))
      #expect(
        Refus(motif, under: Article(3)).description == "\(motif.phrase) (article 3 de la convention ; \(motif.code)).")
    }
  }

  @Test(
    "an article is cited as a clerk writes it",
    arguments: [
      (Article(9, alinea: 1), "article 9, alinéa 1, de la convention"),
      (Article(3), "article 3 de la convention"),
      (Article(.cahierDesCharges, "2", alinea: 3), "point 2, alinéa 3, du cahier des charges"),
      (Article(.annexeEchanges, "II.1.2"), "point II.1.2 de l’annexe II (échanges)"),
      (Article(.annexeQualite, "I.2"), "point I.2 de l’annexe qualité"),
      (Article(.codeProcedureCivile, "642"), "article 642 du code de procédure civile"),
    ])
  func articles(_ article: Article, _ texte: String) {
    #expect(article.description == texte)
  }
}
