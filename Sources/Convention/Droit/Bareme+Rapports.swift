extension Bareme {
  private static let signature = Jour(2010, 12, 15)

  /// Art. 13, al. 1 (R053): an état récapitulatif at least once a year, in months.
  public static let periodiciteRecapitulatifMonths = Dated(
    "période la plus longue d’un état récapitulatif", "mois",
    [
      .init(from: signature, 12, source: "convention, article 13, alinéa 1")
    ])

  /// Art. 13, al. 1 (R053): number of copies of an état récapitulatif.
  public static let exemplairesRecapitulatif = Dated(
    "exemplaires d’un état récapitulatif", "exemplaires",
    [
      .init(from: signature, 2, source: "convention, article 13, alinéa 1")
    ])

  /// Every number of the reports.
  static let rapports: [[ValeurAppliquee]] = [
    periodiciteRecapitulatifMonths.toutes, exemplairesRecapitulatif.toutes,
  ]
}
