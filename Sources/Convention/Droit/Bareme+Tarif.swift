extension Bareme {
  /// Art. 4 and 16 (R017, R061): the tariff of the judicial recovery, version after version.
  ///
  /// The first days in 2007, in 2014 and from 2020 on were not found, nor all amounts of the code de commerce: said by
  /// `verifiee`. That of 2014 is read as the first day of the décret that changed art. 25 the same year.
  public static let tarifJudiciaire = Dated(
    "tarif du recouvrement judiciaire", "",
    [
      .init(
        from: Jour(2002, 1, 1), TarifJudiciaire.decret("decret-1996", tauxDeBase: 1_60),
        source: "décret 96-1080, article 6 ; valeurs en euros, décret 2001-373"),
      .init(
        from: Jour(2007, 5, 10), TarifJudiciaire.decret("decret-2007", tauxDeBase: 2_20),
        source: "décret 96-1080, article 6, modifié par le décret 2007-774 du 10 mai 2007 ; premier jour non trouvé",
        verifiee: false),
      .init(
        from: decret2014, TarifJudiciaire.decret("decret-2014", tauxDeBase: 2_20, rechercheDixiemes: 100),
        source: "décret 96-1080, tableau II, n° 1 ramené à 10 taux en 2014, premier jour non trouvé", verifiee: false),
      .init(
        from: Jour(2016, 5, 1), TarifJudiciaire.code2016,
        source: "code de commerce, A444-31 et A444-46 ; émoluments des actes et A444-15 non trouvés", verifiee: false),
      .init(
        from: Jour(2020, 3, 1), TarifJudiciaire.code2020,
        source: "code de commerce, A444-13 à A444-46, arrêté de 2020 ; premier jour non trouvé", verifiee: false),
      .init(
        from: Jour(2024, 3, 1), TarifJudiciaire.code2024,
        source: "code de commerce, A444-14 et forfait de A444-31 ; autres taux non trouvés, ceux de 2020",
        verifiee: false),
      .init(
        from: Jour(2026, 3, 1), TarifJudiciaire.code2024.renamed("code-2026"),
        source: "arrêté de 2026 non trouvé, valeurs de 2024 reconduites", verifiee: false),
    ])

  /// Décret 96-1080, art. 18; A444-48: the journey, for each act signified.
  ///
  /// Left out: the electronic journey (8,80 € since 2024), since these acts are carried.
  public static let transport = Dated(
    "frais de déplacement par acte signifié, hors taxe", "",
    [
      .init(
        from: Jour(2010, 12, 15), Montant(cents: 6_37),
        source: "décret 96-1080, article 18 ; valeur de 2010 non trouvée, la plus basse des années suivantes",
        verifiee: false),
      .init(from: Jour(2016, 5, 1), Montant(cents: 7_67), source: "code de commerce, A444-48"),
      .init(from: Jour(2024, 6, 1), Montant(cents: 9_40), source: "code de commerce, A444-48"),
    ])

  /// CGI, art. 302 bis Y: kept to be shown; acts on movables at the request of a comptable public do not bear it.
  public static let taxeForfaitaire = Dated(
    "taxe forfaitaire sur les actes (exonération au profit des comptables publics)", "",
    [
      .init(from: Jour(2002, 1, 1), Montant(cents: 9_15), source: "code général des impôts, article 302 bis Y"),
      .init(
        from: Jour(2015, 1, 1), Montant(cents: 11_16), source: "code général des impôts, article 302 bis Y",
        verifiee: false),
      .init(
        from: Jour(2017, 1, 1), Montant(cents: 14_89), source: "code général des impôts, article 302 bis Y",
        verifiee: false),
      .init(
        from: Jour(2021, 1, 1), Montant.zero, source: "loi 2019-1479, article 21, premier jour non vérifié",
        verifiee: false),
    ])

  /// Every number of the judicial tariff.
  static let tarif: [[ValeurAppliquee]] = [tarifJudiciaire.toutes, transport.toutes, taxeForfaitaire.toutes]
}
