import Convention
import Testing

@Suite("Art. 9 et annexe qualité II.1 — résultats et objectifs")
struct BilanTests {
  private static let jour = Jour(2026, 3, 2)
  private static let cantine = Objectif.Cible(.nature, "CAN")
  private static let eau = Objectif.Cible(.nature, "EAU")

  private static func resultat(_ cible: Objectif.Cible, _ recouvre: Int64, of demande: Int64, _ nombre: Int = 1)
    -> Resultat
  {
    Resultat(cible, demande: Montant(cents: demande), recouvre: Montant(cents: recouvre), nombre: nombre)
  }
  private static func objectif(_ cible: Objectif.Cible, _ centiemes: Int) -> Objectif {
    Objectif(cible, taux: Taux(centiemes: centiemes), du: jour)
  }

  @Test(
    "R028: red below the target, to the hundredth of a percent shown; 34,995 % shows as 35 %",
    arguments: [(35_00, false), (34_99, true), (36_00, false), (0, true)])
  func red(_ recouvre: Int64, _ missed: Bool) {
    let bilan = BilanDesObjectifs(
      [BilanTests.resultat(BilanTests.cantine, recouvre, of: 100_00)],
      objectifs: [BilanTests.objectif(BilanTests.cantine, 3500)],
      on: BilanTests.jour)
    #expect(bilan.lignes[0].estManque == missed && bilan.estManque == missed)
    let half = BilanDesObjectifs(
      [BilanTests.resultat(BilanTests.cantine, 69_99, of: 200_00)],
      objectifs: [BilanTests.objectif(BilanTests.cantine, 3500)],
      on: BilanTests.jour)
    #expect(half.lignes[0].taux == Taux(centiemes: 3500) && !half.estManque)
  }

  @Test("the whole is the rate of the sums, not the mean of the rates: 90 of 100 and 10 of 900 make 10 %")
  func total() {
    let bilan = BilanDesObjectifs(
      [
        BilanTests.resultat(BilanTests.cantine, 90_00, of: 100_00, 3),
        BilanTests.resultat(BilanTests.eau, 10_00, of: 900_00, 4),
      ],
      objectifs: [BilanTests.objectif(.init(.general), 1001)], on: BilanTests.jour)
    #expect(bilan.total.taux == Taux(centiemes: 1000))
    #expect(bilan.total.nombre == 7)
    #expect(bilan.manques == [bilan.total])
    #expect(bilan.lignes.map(\.objectif) == [nil, nil])
  }

  @Test("R175: three axes count the same claims; the whole takes one of them")
  func axes() {
    let resultats = [
      BilanTests.resultat(.init(.poste, "031001"), 40_00, of: 100_00),
      BilanTests.resultat(.init(.collectivite, "C1"), 40_00, of: 100_00),
      BilanTests.resultat(BilanTests.cantine, 30_00, of: 60_00), BilanTests.resultat(BilanTests.eau, 10_00, of: 40_00),
    ]
    let objectifs = [
      BilanTests.objectif(.init(.poste, "031001"), 5000), BilanTests.objectif(.init(.collectivite, "C1"), 4000),
      BilanTests.objectif(BilanTests.eau, 3000),
    ]
    let bilan = BilanDesObjectifs(resultats, objectifs: objectifs, on: BilanTests.jour)
    #expect(bilan.total.demande == .euros(100) && bilan.total.recouvre == .euros(40))
    #expect(bilan.lignes.map(\.cible.code) == ["CAN", "EAU", "C1", "031001"])
    #expect(bilan.manques.map(\.cible.code) == ["EAU", "031001"])
    let general = resultats + [BilanTests.resultat(.init(.general), 1_00, of: 2_00)]
    #expect(BilanDesObjectifs(general, objectifs: [], on: BilanTests.jour).total.taux == Taux(centiemes: 5000))
  }

  @Test("several results of a place add up, and a target without a claim is not missed")
  func sums() {
    let bilan = BilanDesObjectifs(
      [
        BilanTests.resultat(BilanTests.cantine, 1_00, of: 3_00),
        BilanTests.resultat(BilanTests.cantine, 1_00, of: 3_00),
      ],
      objectifs: [BilanTests.objectif(BilanTests.eau, 3000)], on: BilanTests.jour)
    #expect(bilan.lignes.map(\.nombre) == [2, 0])
    #expect(bilan.lignes.map(\.taux) == [Taux(centiemes: 3333), nil])
    #expect(!bilan.estManque)
  }

  @Test("a contract gives the targets of the day")
  func ofContract() {
    let contrat = ContratDepartemental(du: BilanTests.jour, objectifs: ["CAN": 3500])
    let resultats = [BilanTests.resultat(BilanTests.cantine, 10_00, of: 100_00)]
    #expect(contrat.bilan(resultats, on: BilanTests.jour).estManque)
    #expect(!contrat.bilan(resultats, on: BilanTests.jour.adding(days: -1)).estManque)
  }
}
