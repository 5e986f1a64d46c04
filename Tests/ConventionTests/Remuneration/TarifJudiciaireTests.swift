import Convention
import Testing

@Suite("Art. 4 et 16 — tarif du recouvrement judiciaire")
struct TarifJudiciaireTests {
  static let signature = Bareme.tarifJudiciaire.value(on: Jour(2010, 12, 15))
  static let code2020 = Bareme.tarifJudiciaire.value(on: Jour(2021, 3, 1))

  /// Code and amount at 2,20 € with the coefficient 1, in cents.
  static let actes: [(String, Int64)] = [
    ("005", 34_10), ("006", 28_60), ("007", 28_60), ("008", 34_10), ("012", 20_90), ("040", 20_90), ("041", 20_90),
    ("042", 20_90), ("050", 45_10), ("50B", 22_00), ("051", 38_50), ("51D", 38_50), ("052", 20_90), ("053", 37_40),
    ("055", 42_90), ("066", 47_30), ("085", 38_50), ("086", 58_30), ("090", 20_90), ("091", 20_90), ("092", 20_90),
    ("093", 15_40), ("094", 20_90), ("095", 18_70), ("T01", 30_80), ("T03", 22_00), ("T06", 30_80), ("T08", 22_00),
    ("T11", 15_40),
  ]

  @Test("each act of the tables at the signature, to the cent (R017)", arguments: actes)
  func acts(_ code: String, _ cents: Int64) {
    #expect(TarifJudiciaireTests.signature.droitFixe(code, vise: .euros(300))?.cents == cents)
    #expect(ActeTarife.named(code)?.code == code)
  }

  @Test("every act of the tables has its amount here, once")
  func complete() {
    let codes = ActeTarife.tous.map(\.code)
    #expect(Set(codes).count == codes.count)
    #expect(codes.sorted() == TarifJudiciaireTests.actes.map(\.0).sorted())
    #expect(ActeTarife.named("999") == nil)
  }

  @Test("the acts that engage the pursuit are 40, 41, 42, 50, 51 and 52")
  func engaging() {
    let codes = ActeTarife.tous.filter { $0.suite == .engagement }.map(\.code)
    #expect(Set(codes) == ["040", "041", "042", "050", "051", "51D", "052"])
  }

  @Test(
    "art. 7: half up to 128 €, one up to 1 280 €, twice above: the commandement",
    arguments: [(128_00, 10_45), (128_01, 20_90), (1_280_00, 20_90), (1_280_01, 41_80)] as [(Int64, Int64)])
  func coefficients(_ vise: Int64, _ cents: Int64) {
    #expect(TarifJudiciaireTests.signature.droitFixe("042", vise: Montant(cents: vise))?.cents == cents)
  }

  @Test("the flat sums have no coefficient: 7 taux are 15,40 €, 9,5 taux 20,90 € (R062, R064)")
  func flats() {
    #expect(TarifJudiciaireTests.signature.forfait("093") == .euros(15, 40))
    #expect(TarifJudiciaireTests.signature.forfait("091") == .euros(20, 90))
  }

  @Test(
    "art. 8: the degressive right on what was recovered (R063)",
    arguments: [
      (0, 0), (20_00, 4_40), (44_00, 4_40), (44_04, 4_40), (44_05, 4_41), (80_00, 8_00), (125_00, 12_50),
      (300_00, 23_88), (609_99, 44_02), (610_00, 44_03), (610_16, 44_03), (1_000_00, 57_68), (1_524_85, 76_04),
      (1_525_00, 76_05), (1_525_15, 76_05), (3_000_00, 80_48), (10_000_00, 101_48), (150_000_00, 521_48),
      (159_506_66, 549_99), (159_508_34, 550_00), (999_999_999_999_99, 550_00),
    ] as [(Int64, Int64)])
  func degressive(_ recouvre: Int64, _ cents: Int64) {
    #expect(TarifJudiciaireTests.signature.droitDegressif.droit(sur: Montant(cents: recouvre)).cents == cents)
  }

  @Test(
    "art. 13 and 14: the right of engagement, in taux, by started slice",
    arguments: [
      (50_00, 2), (76_00, 2), (76_01, 4), (77_00, 4), (304_00, 8), (304_01, 10), (305_00, 10), (912_00, 16),
      (912_01, 18), (913_00, 18), (3_040_00, 30), (3_040_01, 32), (5_000_00, 34), (74_480_00, 124), (74_480_01, 125),
      (100_000_00, 125),
    ] as [(Int64, Int64)])
  func engagement(_ creance: Int64, _ taux: Int64) {
    let tarif = TarifJudiciaireTests.signature
    #expect(tarif.engagement.taux(sur: Montant(cents: creance)) == taux)
    #expect(tarif.droitDEngagement(Montant(cents: creance)).cents == taux * 2_20)
  }

  @Test(
    "A444-31 of 2020",
    arguments: [
      (44_00, 4_25), (80_00, 7_74), (125_00, 12_09), (300_00, 23_10), (1_000_00, 55_78), (3_000_00, 77_80),
      (10_000_000_00, 550_00),
    ] as [(Int64, Int64)])
  func degressive2020(_ recouvre: Int64, _ cents: Int64) {
    #expect(TarifJudiciaireTests.code2020.droitDegressif.droit(sur: Montant(cents: recouvre)).cents == cents)
  }

  @Test("A444-31 of 2016 and 2024: 4,29 € and 4,30 € up to 44,00 €")
  func lowest() {
    #expect(Bareme.tarifJudiciaire.value(on: Jour(2017, 1, 1)).droitDegressif.droit(sur: .euros(44)) == .euros(4, 29))
    #expect(Bareme.tarifJudiciaire.value(on: Jour(2025, 1, 1)).droitDegressif.droit(sur: .euros(30)) == .euros(4, 30))
  }

  @Test("A444-15 of 2020: 4,29 € up to 76 €, then by slice, at most 268,13 €")
  func engagement2020() {
    let engagement = TarifJudiciaireTests.code2020.engagement
    #expect(engagement.taux(sur: .euros(76)) == nil)
    let tarif = TarifJudiciaireTests.code2020
    #expect(tarif.droitDEngagement(.euros(50)) == .euros(4, 29))
    #expect(tarif.droitDEngagement(.euros(76)) == .euros(4, 29))
    // Beyond the flat sum, 5,60 % × 76,01 = 4,26: it is no minimum.
    #expect(tarif.droitDEngagement(.euros(76, 1)) == .euros(4, 26))
    #expect(plain(engagement.texte).hasPrefix("forfait de 4,29 € jusqu’à 76,00 €, 5,6 % jusqu’à 304,00 €"))
    #expect(!engagement.texte.contains("minimum") && !Bareme.tarifJudiciaire.entry(on: Jour(2021, 3, 1)).verifiee)
    // 5,60 % × 304 = 17,024.
    #expect(tarif.droitDEngagement(.euros(304)) == .euros(17, 2))
    #expect(tarif.droitDEngagement(.euros(1_000_000)) == .euros(268, 13))
  }

  @Test("the acts in euros bear the same coefficients: a commandement of 2020 is 10,11 €, 20,21 € or 40,42 €")
  func euros() {
    let tarif = TarifJudiciaireTests.code2020
    #expect(
      [Int64(100), 500, 2000].map { tarif.droitFixe("042", vise: .euros($0)) } == [
        .euros(10, 11), .euros(20, 21), .euros(40, 42),
      ])
    #expect(tarif.droitFixe("050", vise: .euros(300)) == .euros(43, 61))
    #expect(tarif.forfait("093") == .euros(14, 89))
    #expect(Bareme.tarifJudiciaire.value(on: Jour(2025, 1, 1)).droitFixe("042", vise: .euros(300)) == .euros(20, 42))
    #expect(tarif.droitFixe("066", vise: .euros(300)) == nil)
  }

  @Test(
    "the acts of 2020 whose amounts were found",
    arguments: [
      ("005", 32_98), ("042", 20_21), ("050", 43_61), ("50B", 21_27), ("051", 37_23), ("052", 20_21), ("090", 20_22),
      ("091", 20_22), ("092", 20_22), ("093", 14_89),
    ] as [(String, Int64)])
  func acts2020(_ code: String, _ cents: Int64) {
    #expect(TarifJudiciaireTests.code2020.droitFixe(code, vise: .euros(300))?.cents == cents)
  }

  @Test("the taxe forfaitaire is kept for the record, until 31/12/2020, and no line bears it")
  func flatTax() throws {
    let days = [Jour(2014, 12, 31), Jour(2015, 1, 1), Jour(2017, 1, 1), Jour(2020, 12, 31), Jour(2021, 1, 1)]
    #expect(days.map { Bareme.taxeForfaitaire.value(on: $0).cents } == [9_15, 11_16, 14_89, 14_89, 0])
    let ligne = try Liquidation(LiquidationTests.cadre(), [LiquidationTests.carence]).lignes[0]
    #expect(ligne.explication.politique?.contains("exonérée") == true)
    #expect(ligne.ligne.honoraire.ht == ligne.ligne.ht + ligne.ligne.transport)
  }

  @Test("until 09/05/2007 the taux de base was 1,60 €: a commandement 15,20 €, the right between 3,20 € and 400,00 €")
  func former() {
    let tarif = Bareme.tarifJudiciaire.value(on: Jour(2007, 5, 9))
    #expect(tarif.droitFixe("042", vise: .euros(300)) == .euros(15, 20))
    #expect(tarif.droitDegressif.droit(sur: .euros(10)) == .euros(3, 20))
    #expect(tarif.droitDegressif.droit(sur: .euros(900_000)) == .euros(400))
    #expect(Bareme.tarifJudiciaire.value(on: Jour(2007, 5, 10)).tauxDeBase == .euros(2, 20))
  }

  @Test("in 2014 the request for information goes from 14 to 10 taux, and nothing else changes")
  func request() {
    let before = Bareme.tarifJudiciaire.value(on: Jour(2014, 1, 1))
    let after = Bareme.tarifJudiciaire.value(on: Jour(2015, 1, 1))
    #expect(before.droitFixe("T01", vise: .euros(300)) == .euros(30, 80))
    #expect(after.droitFixe("T01", vise: .euros(300)) == .euros(22))
    #expect(before.actes.filter { $0.key != "T01" } == after.actes.filter { $0.key != "T01" })
  }

  @Test("the journey: 7,67 € from 2016, 9,40 € from 01/06/2024; that of 2010 was not found, and says so")
  func journey() {
    #expect(Bareme.transport.value(on: Jour(2024, 5, 31)) == .euros(7, 67))
    #expect(Bareme.transport.value(on: Jour(2024, 6, 1)) == .euros(9, 40))
    #expect(!Bareme.transport.entry(on: Jour(2011, 1, 1)).verifiee)
  }
}
