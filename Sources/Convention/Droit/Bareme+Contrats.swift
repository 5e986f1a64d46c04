/// The numbers of a contract's life: longest periods, and the days ahead from which an alert shows.
extension Bareme {
  private static let signature = Jour(2010, 12, 15)

  /// Art. 10, al. 2 (R033) leaves the period to the contract; the same bound is kept.
  public static let periodeCompteRenduMonths = Dated(
    "période la plus longue du compte rendu judiciaire", "mois",
    [
      .init(from: signature, 12, source: "choix du projet, article 10, alinéa 2, sans chiffre")
    ])

  /// Long enough to prepare an express renewal.
  public static let alerteTermeContratDays = alerte("alerte du terme d’un contrat", 180, "article 19")
  public static let alertePreavisDays = alerte("alerte de la fin d’un préavis de dénonciation", 30, "article 18")
  public static let alerteResiliationDays = alerte("alerte de l’effet d’une résiliation", 30, "article 21, alinéa 2")
  /// When results are looked at, so that the renewal may follow them.
  public static let revueObjectifsDays = alerte("revue des objectifs, avant le terme", 90, "article 9, alinéa 2")
  public static let alerteRevueDays = alerte("alerte de la revue des objectifs", 30, "article 9, alinéa 2")
  public static let alerteCompteRenduDays = alerte("alerte du compte rendu judiciaire", 7, "article 10, alinéa 2")
  public static let alerteRecapitulatifDays = alerte("alerte de l’état récapitulatif", 15, "article 13, alinéa 1")

  private static func alerte(_ nom: String, _ days: Int, _ article: String) -> Dated<Int> {
    Dated(nom, "jours", [.init(from: signature, days, source: "choix du projet, \(article), sans chiffre")])
  }

  static let contrats: [[ValeurAppliquee]] = [
    periodeCompteRenduMonths, alerteTermeContratDays, alertePreavisDays, alerteResiliationDays, revueObjectifsDays,
    alerteRevueDays, alerteCompteRenduDays, alerteRecapitulatifDays,
  ].map(\.toutes)
}
