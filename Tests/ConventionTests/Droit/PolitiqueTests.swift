import Convention
import Testing

@Suite("Politiques et points ouverts")
struct PolitiqueTests {
  @Test("each policy enum of the module is in the catalogue, and nothing else")
  func catalogue() throws {
    var types: Set<String> = []
    for file in try Sources.convention() {
      for match in file.texte.matches(of: /static let defaut = (\w+)\./) { types.insert(String(match.1)) }
    }
    let listed = Set(Politique.toutes.map(\.type))
    #expect(types.subtracting(listed) == [], "add to Politique.toutes what is chosen by default and why")
    #expect(listed.subtracting(types) == [])
    #expect(Politique.toutes.count == listed.count)
  }

  @Test("each policy says its question, its choice, at least one other and its source")
  func complete() {
    for politique in Politique.toutes {
      #expect(politique.question.hasSuffix(" ?"), "\(politique.type)")
      #expect(!politique.articles.isEmpty && !politique.exigences.isEmpty && !politique.source.isEmpty)
      #expect(!politique.choix.libelle.isEmpty && !politique.autres.isEmpty)
      #expect(!politique.autres.contains(politique.choix))
    }
    let imputation = Politique.toutes.first { $0.type == "PolitiqueDImputation" }
    #expect(imputation?.choix.nom == "partDeclaree")
    #expect(imputation?.autres.map(\.nom) == ["brutVentile", "fraisDabord", "fraisEnSus"])
  }

  @Test("each of the nine points where the text disagrees has both texts and the reading kept")
  func points() throws {
    #expect(PointOuvert.allCases.map(\.rawValue).joined() == "abcdefghi")
    let names = try Sources.convention().map(\.nom)
    for point in PointOuvert.allCases {
      #expect(!point.libelle.isEmpty && !point.articles.isEmpty && point.lecture.hasSuffix("."), "\(point)")
      #expect(point.texteA != point.texteB && !point.texteA.lieu.isEmpty && !point.texteB.lieu.isEmpty, "\(point)")
      guard let type = point.type else { continue }
      #expect(names.contains { $0.hasSuffix("/\(type).swift") }, "\(point) cites \(type), which has no file")
    }
    #expect(PointOuvert.departDuDelai.type == "DepartDuDelai")
    #expect(PointOuvert.droitProportionnel.type == "RedevableDuDroit")
  }
}
