extension Bareme {
  private static let arrete2005 = Jour(2005, 5, 13)
  private static let arrete2008 = Jour(2008, 6, 14)

  /// Art. 15 (R060): the part of the sums recovered that the étude keeps, before tax.
  public static let tauxHonoraires = Dated(
    "taux des honoraires de la phase comminatoire, hors taxe", "",
    [
      .init(from: arrete2005, Taux(centiemes: 1255), source: "arrêté du 13 mai 2005"),
      .init(from: arrete2008, Taux(centiemes: 1255), source: "arrêté du 11 juin 2008"),
    ])

  /// Art. 15 (R060): the least that is due once something was recovered, before tax; the décret 2008-554 brought it in.
  public static let minimumHonoraires = Dated(
    "minimum des honoraires par dossier, hors taxe", "",
    [
      .init(from: arrete2005, Montant.zero, source: "arrêté du 13 mai 2005, sans minimum"),
      .init(from: arrete2008, Montant(cents: 6_27), source: "arrêté du 11 juin 2008 ; décret 2008-554"),
    ])

  /// Art. 15 (R060): the most that is due for a dossier, before tax.
  public static let plafondHonoraires = Dated(
    "plafond des honoraires par dossier transmis, hors taxe", "",
    [
      .init(from: arrete2005, Montant(cents: 140_00), source: "arrêté du 13 mai 2005"),
      .init(from: arrete2008, Montant(cents: 300_00), source: "arrêté du 11 juin 2008"),
    ])

  /// VAT in metropolitan France.
  public static let tvaMetropole = Dated(
    "TVA, métropole", "",
    [
      .init(
        from: Jour(2000, 4, 1), Taux(centiemes: 1960), source: "code général des impôts, article 278, texte non lu",
        verifiee: false),
      .init(
        from: Jour(2014, 1, 1), Taux(centiemes: 2000), source: "code général des impôts, article 278, texte non lu",
        verifiee: false),
    ])

  /// VAT in Guadeloupe, Martinique and Réunion.
  public static let tvaAntillesReunion = Dated(
    "TVA, Guadeloupe, Martinique, Réunion", "",
    [
      .init(
        from: Jour(2000, 4, 1), Taux(centiemes: 850), source: "code général des impôts, article 296, texte non lu",
        verifiee: false)
    ])

  /// No VAT in Guyane and Mayotte.
  public static let tvaGuyaneMayotte = Dated(
    "TVA, Guyane, Mayotte", "",
    [
      .init(
        from: Jour(2000, 4, 1), Taux.nul, source: "code général des impôts, article 294, texte non lu",
        verifiee: false)
    ])

  /// No VAT of the code in the overseas collectivities; `droit` is silent on them.
  public static let tvaCollectivites = Dated(
    "TVA, collectivités d’outre-mer", "",
    [
      .init(
        from: Jour(2000, 4, 1), Taux.nul, source: "hors du territoire de la TVA, texte non lu", verifiee: false)
    ])

  /// Every number of the fee of the phase comminatoire, and the VAT.
  static let honoraires: [[ValeurAppliquee]] =
    [tauxHonoraires, tvaMetropole, tvaAntillesReunion, tvaGuyaneMayotte, tvaCollectivites].map(\.toutes)
    + [minimumHonoraires, plafondHonoraires].map(\.toutes)
}
