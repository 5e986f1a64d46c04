import Convention
import Testing

@testable import Centre

@Suite("D’un article à son code, et retour")
struct FicheDeDroitTests {
  private func fiche(_ saisie: String) throws -> FicheDeDroit { try #require(FicheDeDroit(saisie), "\(saisie)") }

  @Test("the table that travels with the program has the 231 requirements, in order")
  func whole() {
    let rows = TableDeLaConvention.embarquee.exigences
    #expect(rows.count == 231 && rows.first?.id == "R001" && rows.last?.id == "R231")
  }

  @Test("article 10 gives its requirements, their code and tests, its refusals, its figures and nothing of article 1")
  func article() throws {
    let found = try fiche("10")
    #expect(found.exigences.map(\.id).contains("R037"))
    #expect(found.exigences.allSatisfy { $0.article.hasPrefix("Art. 10") })
    #expect(found.exigences.contains { !$0.code.isEmpty && !$0.tests.isEmpty })
    #expect(found.refus.map(\.code).contains("R-26") && !found.refus.map(\.code).contains("R-07"))
    #expect(found.valeurs.contains { $0.nom == "durée du recouvrement judiciaire" })
  }

  @Test(
    "an article is read as people write it", arguments: ["10", "art. 10", "article 10", "Article 10 de la convention"])
  func spellings(_ saisie: String) throws {
    #expect(try fiche(saisie).exigences == fiche("10").exigences)
  }

  @Test("an alinéa narrows the requirements and the refusals")
  func alinea() throws {
    let found = try fiche("art. 10, al. 6")
    #expect(found.exigences.map(\.id) == ["R039"])
    #expect(found.refus.map(\.code).contains("R-26") && !found.refus.map(\.code).contains("R-22"))
  }

  @Test("the annexes, the cahier, the form and the texts applied have theirs")
  func elsewhere() throws {
    #expect(try fiche("qualité I.2").exigences.allSatisfy { $0.article.hasPrefix("I.2") })
    #expect(try fiche("qualité I.2").valeurs.count == 3)
    #expect(try fiche("cahier 3").refus.map(\.code).contains("R-84"))
    #expect(try fiche("échanges II.1.2").refus.map(\.code) == ["R-14", "R-15", "R-140", "R-141"])
    let both = try fiche("II.1").exigences.map(\.partie)
    #expect(both.contains { $0.contains("Annexe II") } && both.contains { $0.contains("Annexe qualité") })
    #expect(try fiche("formulaire").exigences.count == 23)
    #expect(try fiche("talon").exigences.count == 12)
    #expect(try fiche("annexe I").exigences.allSatisfy { $0.partie.contains("Annexe I :") })
    #expect(try fiche("préambule").exigences.map(\.id) == ["R001"])
    #expect(try fiche("642").politiques.map(\.type) == ["Report642"])
  }

  @Test("a requirement gives its row alone, with what stands under its article")
  func requirement() throws {
    let found = try fiche("R037")
    #expect(found.exigences.map(\.id) == ["R037"])
    #expect(found.refus.map(\.code).contains("R-22"))
    #expect(try fiche("r027").points.map(\.rawValue) == ["a"])
    #expect(try fiche("R027").politiques.map(\.type) == ["DepartDuDelai"])
  }

  @Test("a refusal gives its sentence, its articles and their requirements")
  func refusal() throws {
    let found = try fiche("R-26")
    #expect(found.refus.map(\.code) == ["R-26"] && found.exigences.map(\.id) == ["R039"])
    #expect(found.valeurs.isEmpty, "the figures of article 10 are those of its alinéas 1 and 2")
    #expect(try fiche("r-26") == found)
  }

  @Test("a rule gives its article from its name, in capitals or not, whatever stands after a point")
  func rule() throws {
    let table = TableDeLaConvention(
      texte: """
        ## E. Traitement (articles 7 à 10)

        | id | article | exigence | état | code | preuve |
        |---|---|---|---|---|---|
        | R037 | Art. 10, al. 5 | carence | fait | `Sources/Convention/Poursuites/Carence.swift` | `Tests/C.swift` « x » |
        | R038 | Art. 10, al. 5 | autre | à venir | – | viendra |
        """)
    let found = try #require(FicheDeDroit(regle: "Carence", table))
    #expect(found.exigences.map(\.id) == ["R037"] && found.refus.map(\.code).contains("R-22"))
    #expect(FicheDeDroit("Carence", table) == found)
    #expect(FicheDeDroit(regle: "carence", table)?.exigences == found.exigences)
    #expect(FicheDeDroit(regle: "Autre", table) == nil)
    let contract = try fiche("ContratDepartemental.lastDay")
    #expect(contract.exigences.map(\.id).contains("R004"))
    #expect(FicheDeDroit(regle: "PolitiqueDImputation")?.politiques.count == 1)
  }

  @Test("each rule that an explanation names leads to a requirement and its article")
  func explained() throws {
    for regle in Regles.toutes {
      let found = try #require(FicheDeDroit(regle: regle.nom), "\(regle.nom)")
      #expect(Set(regle.exigences).isSubset(of: found.exigences.map(\.id)), "\(regle.nom)")
    }
  }

  @Test("what answers to nothing is nothing", arguments: ["", "99", "R999", "R-999", "Inconnue", "qualité IX", "art."])
  func unknown(_ saisie: String) { #expect(FicheDeDroit(saisie) == nil) }

  @Test("each requirement of an article is found from its article, and each refusal from each of its articles")
  func everyOne() throws {
    for row in TableDeLaConvention.embarquee.exigences {
      guard let lieu = row.lieu, row.article.hasPrefix("Art. ") else { continue }
      #expect(try fiche(lieu.numero).exigences.contains(row), "\(row.id)")
    }
    for motif in Refus.Motif.tous {
      #expect(try fiche(motif.code).refus == [motif])
      for article in motif.articles where article.texte == .convention {
        #expect(try fiche(article.numero).refus.contains(motif), "\(motif.code)")
      }
    }
  }
}
