import Testing

@testable import Generation

@Suite("Taux de défauts")
struct TauxTests {
  @Test("names and rates are read in percent, three decimals at most; a name alone means 1 %")
  func reading() throws {
    let taux = try Taux<DefautAller>("titre-ampute=0.5,nom-absent,total-faux=0.001,tous=2")
    #expect(taux.nommes == [.titreAmpute: 500, .nomAbsent: 1_000, .totalFaux: 1])
    #expect(taux.tous == 2_000)
    #expect(try Taux<DefautAller>("") == Taux())
  }

  @Test("100 % is the most, all defects together", arguments: ["nom-absent=100", "nom-absent=60,tous=40"])
  func whole(_ texte: String) throws { _ = try Taux<DefautAller>(texte) }

  @Test(
    "what is not a rate, not a name or too much is refused in French",
    arguments: [
      "nom-absent=100.001", "nom-absent=101", "nom-absent=-1", "nom-absent=0.0001", "nom-absent=x", "nom-absent=",
      "personne=1", "nom-absent=60,tous=41",
    ])
  func refused(_ texte: String) {
    #expect(throws: FauteDeGeneration.self) { try Taux<DefautAller>(texte) }
  }

  @Test("defects come at their rates, and those without a rate never come")
  func drawing() throws {
    let tirage = try TirageDeDefauts(
      Taux<DefautAller>("nom-absent=10,doublon=2.5"), possibles: Set(DefautAller.allCases))
    var alea = Alea(graine: 5)
    let drawn = (0..<100_000).compactMap { _ in tirage.draw(&alea) }
    #expect(Set(drawn) == [.nomAbsent, .doublon])
    #expect(abs(drawn.count { $0 == .nomAbsent } - 10_000) < 400)
    #expect(abs(drawn.count { $0 == .doublon } - 2_500) < 200)
  }

  @Test("a rate spread over all gives each of them its share")
  func spread() throws {
    let tirage = try TirageDeDefauts(Taux<DefautEtude>("tous=50"), possibles: Set(DefautEtude.allCases))
    var alea = Alea(graine: 6)
    let drawn = (0..<200_000).compactMap { _ in tirage.draw(&alea) }
    #expect(abs(drawn.count - 100_000) < 1_000)
    for defaut in DefautEtude.allCases { #expect(abs(drawn.count { $0 == defaut } - 100_000 / 16) < 500) }
  }

  @Test("a defect that the data do not allow is refused when named, left out when spread")
  func impossible() throws {
    let possibles = Set(DefautAller.allCases).subtracting([.posteFerme])
    #expect(throws: FauteDeGeneration.self) {
      try TirageDeDefauts(Taux<DefautAller>("poste-ferme=1"), possibles: possibles)
    }
    let tirage = try TirageDeDefauts(Taux<DefautAller>("tous=100"), possibles: possibles)
    var alea = Alea(graine: 6)
    let drawn = Set((0..<20_000).compactMap { _ in tirage.draw(&alea) })
    #expect(!drawn.contains(.posteFerme))
  }
}
