/// A delay as its text counts it: days, or months of the calendar (art. 641 CPC, al. 2).
public enum DelaiDeReversement: Hashable, Sendable, ValeurDeBareme {
  case days(Int)
  case months(Int)

  /// The last day of the delay; the day of the receipt is day 0.
  public func end(from jour: Jour) -> Jour {
    switch self {
    case .days(let count): jour.adding(days: count)
    case .months(let count): jour.adding(months: count)
    }
  }

  /// « 42 jours », « 3 mois ».
  public var texte: String {
    switch self {
    case .days(let count): "\(count) jours"
    case .months(let count): "\(count) mois"
    }
  }
}

extension Bareme {
  private static let signature = Jour(2010, 12, 15)
  /// Entry into force of the décret 2014-673, read as the day after its publication; the day was not found.
  static let decret2014 = Jour(2014, 6, 27)

  /// Days before the limit from which a sum still held is an alert (R058; no text gives one).
  public static let alerteReversementDays = Dated(
    "alerte avant la date limite de reversement", "jours",
    [
      .init(from: signature, 5, source: "choix du projet, article 14 sans chiffre")
    ])

  /// Part payments in cash, under the policy `PolitiqueDesAcomptes.decret2014` alone.
  public static let reversementAcompteEspeces = Dated(
    "reversement d’un acompte en espèces", "",
    [
      .init(from: signature, DelaiDeReversement.days(21), source: "convention, article 14, alinéa 2"),
      .init(
        from: decret2014, .days(42),
        source: "décret 96-1080, article 25, rédigé par le décret 2014-673, premier jour non trouvé", verifiee: false),
    ])

  /// Part payments by the other means, under the policy `PolitiqueDesAcomptes.decret2014` alone.
  public static let reversementAcompteAutres = Dated(
    "reversement d’un acompte par un autre moyen", "",
    [
      .init(from: signature, DelaiDeReversement.days(42), source: "convention, article 14, alinéa 2"),
      .init(
        from: decret2014, .months(3),
        source: "décret 96-1080, article 25, rédigé par le décret 2014-673, premier jour non trouvé", verifiee: false),
    ])

  /// Every number of the transfers that stands here.
  static let reversement: [[ValeurAppliquee]] = [
    alerteReversementDays.toutes, reversementAcompteEspeces.toutes, reversementAcompteAutres.toutes,
  ]
}
