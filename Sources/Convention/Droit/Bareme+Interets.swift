extension Bareme {
  /// Art. 17 (R066): days to pay an invoice, from its reception.
  public static let delaiDePaiementDays = Dated(
    "délai de paiement d’une facture", "jours",
    [.init(from: Jour(2010, 12, 15), 30, source: "convention, article 17 ; code des marchés publics, article 98")])

  /// Art. 12 ▸1: longest number of an invoice; the text has no figure.
  public static let numeroDeFactureCharacters = Dated(
    "longueur d’un numéro de facture, au plus", "caractères",
    [.init(from: Jour(2010, 12, 15), 20, source: "choix du projet, article 12 sans chiffre")])

  /// Art. 17 (R067): what is added to the rate of the ECB, and the flat sum for each late invoice.
  public static let retardDePaiement = Dated(
    "majoration du taux de la BCE et indemnité de recouvrement", "",
    [
      .init(
        from: Jour(2008, 5, 1), RegimeDeRetard(majoration: Taux(centiemes: 700), indemnite: .zero),
        source: "décret 2002-232 modifié par le décret 2008-408, premier jour non trouvé", verifiee: false),
      .init(
        from: Jour(2013, 5, 1),
        RegimeDeRetard(
          majoration: Taux(centiemes: 800), indemnite: Montant(cents: 40_00), contratsDepuis: Jour(2013, 3, 16),
          delaiDays: 45),
        source: "loi 2013-100 et décret 2013-269, puis code de la commande publique, R.2192-31 à R.2192-36"),
    ])

  /// The days of a year, in the interest of a sum.
  public static let anneeDInteretsDays = Dated(
    "jours d’une année d’intérêts", "jours",
    [.init(from: Jour(2010, 12, 15), 365, source: "usage, texte non lu", verifiee: false)])

  /// The rate of the ECB on its main refinancing operations on the first day of each semester.
  ///
  /// Those of 2008 and of the first half of 2009 come from published totals; the others are to be checked.
  public static let tauxBCE = Dated("taux de la BCE au premier jour du semestre", "", semestres)

  private static let semestres: [Dated<Taux>.Entry] = centiemesParSemestre.enumerated().map { rank, centiemes in
    let premier = Jour(2008 + rank / 2, rank % 2 == 0 ? 1 : 7, 1)
    return Dated.Entry(
      from: premier, Taux(centiemes: centiemes),
      source: "BCE, opérations principales de refinancement, au \(premier.texte)", verifiee: rank < 3)
  }

  /// Hundredths of a percent, two a year from 2008 on.
  private static let centiemesParSemestre = [
    420, 407, 250, 100, 100, 100, 100, 125, 100, 100, 75, 50, 25, 15, 5, 5, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    250, 400, 450, 425, 315, 215, 215,
  ]

  /// Every number of the late payment of an invoice.
  static let interets: [[ValeurAppliquee]] = [
    delaiDePaiementDays.toutes, numeroDeFactureCharacters.toutes, anneeDInteretsDays.toutes, retardDePaiement.toutes,
    tauxBCE.toutes,
  ]
}

/// What a late payment costs beside the rate of the ECB (art. 17, R067).
public struct RegimeDeRetard: Hashable, Sendable, ValeurDeBareme {
  /// Points added to the rate.
  public let majoration: Taux
  /// Owed once for an invoice paid late.
  public let indemnite: Montant
  /// First day of the contracts to which it applies; nil: all of them.
  public let contratsDepuis: Jour?
  /// In which interest and flat sum are to be paid; nil where the text gives none.
  public let delaiDays: Int?

  init(majoration: Taux, indemnite: Montant, contratsDepuis: Jour? = nil, delaiDays: Int? = nil) {
    self.majoration = majoration
    self.indemnite = indemnite
    self.contratsDepuis = contratsDepuis
    self.delaiDays = delaiDays
  }

  public var texte: String {
    "+ \(majoration.texte), \(indemnite.texte)" + (contratsDepuis.map { ", contrats depuis le \($0.texte)" } ?? "")
      + (delaiDays.map { ", à payer sous \($0) jours" } ?? "")
  }
}
