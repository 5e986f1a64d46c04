/// The versions of the judicial tariff that `Bareme.tarifJudiciaire` dates.
extension TarifJudiciaire {
  /// Décret 96-1080, tableaux I and II, in tenths of the « taux de base ».
  private static let decretDixiemes: [String: Int64] = [
    "005": 155, "006": 130, "007": 130, "008": 155, "012": 95, "040": 95, "041": 95, "042": 95, "050": 205, "50B": 100,
    "051": 175, "51D": 175, "052": 95, "053": 170, "055": 195, "066": 215, "085": 175, "086": 265, "090": 95, "091": 95,
    "092": 95, "093": 70, "094": 95, "095": 85, "T03": 100, "T06": 140, "T08": 100, "T11": 70,
  ]

  /// Art. 7, then A444-46: the same.
  private static let multiples = [
    Coefficient(jusqua: Montant(cents: 128_00), dixiemes: 5),
    Coefficient(jusqua: Montant(cents: 1_280_00), dixiemes: 10), Coefficient(jusqua: nil, dixiemes: 20),
  ]

  /// A version of the décret; art. 8 has its bounds in taux: 2 and 250.
  static func decret(_ nom: String, tauxDeBase: Int64, rechercheDixiemes: Int64 = 140) -> TarifJudiciaire {
    var dixiemes = decretDixiemes
    dixiemes["T01"] = rechercheDixiemes
    return TarifJudiciaire(
      nom: nom, tauxDeBase: Montant(cents: tauxDeBase), coefficients: multiples,
      actes: dixiemes.mapValues { .taux(dixiemes: $0) }, engagement: engagementDuDecret,
      droitDegressif: DroitDegressif(
        [(125_00, 1000), (610_00, 650), (1_525_00, 350), (nil, 30)], minimum: 2 * tauxDeBase, maximum: 250 * tauxDeBase)
    )
  }

  /// Art. 13 and 14.
  private static let engagementDuDecret = DroitDEngagement.tauxDeBase(
    [
      .init(jusqua: Montant(cents: 304_00), pas: Montant(cents: 76_00), taux: 2),
      .init(jusqua: Montant(cents: 912_00), pas: Montant(cents: 152_00), taux: 2),
      .init(jusqua: Montant(cents: 3_040_00), pas: Montant(cents: 304_00), taux: 2),
      .init(jusqua: nil, pas: Montant(cents: 1_520_00), taux: 2),
    ], minimum: 2, maximum: 125)

  /// A444-31 of 2016; A444-15 and the acts were not found.
  static let code2016 = code("code-2016", actes: [:], taux: [975, 634, 341, 29], minimum: 4_29)

  /// Arrêté of 2020.
  static let code2020 = code("code-2020", actes: actesDe2020, taux: [967, 629, 338, 29], minimum: 4_25)

  /// Arrêté of 2024: the commandement and the flat sum of A444-31 were found, the rest is that of 2020.
  static let code2024 = code(
    "code-2024", actes: actesDe2020.merging(["042": 20_42]) { $1 }, taux: [967, 629, 338, 29], minimum: 4_30)

  /// A444-13, -14, -16 and -23, in cents; n° 98 to 100 are read as the former 90 to 92, n° 101 as 93.
  private static let actesDe2020: [String: Int64] = [
    "005": 32_98, "042": 20_21, "050": 43_61, "50B": 21_27, "051": 37_23, "052": 20_21, "090": 20_22, "091": 20_22,
    "092": 20_22, "093": 14_89,
  ]

  private static func code(_ nom: String, actes: [String: Int64], taux: [Int], minimum: Int64) -> TarifJudiciaire {
    let bounds: [Int64?] = [125_00, 610_00, 1_525_00, nil]
    return TarifJudiciaire(
      nom: nom, tauxDeBase: .zero, coefficients: multiples,
      actes: actes.mapValues { .euros(Montant(cents: $0)) },
      engagement: .degressif(
        DroitDegressif(
          [(304_00, 560), (912_00, 280), (3_040_00, 140), (nil, 28)],
          forfait: DroitDegressif.Forfait(jusqua: Montant(cents: 76_00), montant: Montant(cents: 4_29)),
          maximum: 268_13)),
      droitDegressif: DroitDegressif(
        zip(bounds, taux).map { (jusqua: $0, taux: $1) }, minimum: minimum, maximum: 550_00))
  }

  /// The same amounts under another name.
  func renamed(_ nom: String) -> TarifJudiciaire {
    TarifJudiciaire(
      nom: nom, tauxDeBase: tauxDeBase, coefficients: coefficients, actes: actes, engagement: engagement,
      droitDegressif: droitDegressif)
  }
}
