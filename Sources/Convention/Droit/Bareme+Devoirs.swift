/// The numbers of the centre's own duties (cahier 3; annexe qualité II.2 and III).
extension Bareme {
  private static let premierJour = Jour(2010, 12, 15)

  /// Cahier 3, al. 4 (R086): clock hours from the detection to the notice to the bureau CL1A.
  public static let avisCL1AHours = Dated(
    "délai de l’avis au bureau CL1A", "heures",
    [.init(from: premierJour, 48, source: "cahier des charges, point 3, alinéa 4")])

  /// Annexe qualité II.2 (R179): minutes from the detection in which a notice is still « immédiate »; the text has no
  /// figure.
  public static let avisImmediatMinutes = Dated(
    "délai de l’avis immédiat aux concernés", "minutes",
    [.init(from: premierJour, 30, source: "choix du projet, annexe qualité II.2 sans chiffre")])

  /// Annexe qualité III (R186): half days of training due to each trésorerie.
  public static let formationHalfDays = Dated(
    "durée de formation par trésorerie", "demi-journée",
    [.init(from: premierJour, 1, source: "annexe qualité, III")])

  /// Annexe qualité III (R187): how many times the training is renewed in a year.
  public static let renouvellementsParAn = Dated(
    "renouvellements de la formation", "par an",
    [.init(from: premierJour, 1, source: "annexe qualité, III")])

  /// Annexe qualité III (R187): the length of that year where it rolls.
  public static let renouvellementMonths = Dated(
    "durée de l’année d’un renouvellement", "mois",
    [.init(from: premierJour, 12, source: "choix du projet, annexe qualité III « une fois par an »")])

  /// Annexe qualité III (R189): copies of the guide for each new poste.
  public static let guidesParPoste = Dated(
    "guides remis à un poste nouveau, au moins", "exemplaire",
    [.init(from: premierJour, 1, source: "annexe qualité, III")])

  /// Longest free text of a person, in characters.
  public static let texteLibreCharacters = Dated(
    "longueur d’un texte libre, au plus", "caractères",
    [.init(from: premierJour, 2000, source: "choix du projet, sans chiffre dans le texte")])

  static let devoirs: [[ValeurAppliquee]] = [
    avisCL1AHours, avisImmediatMinutes, formationHalfDays, renouvellementsParAn, renouvellementMonths, guidesParPoste,
    texteLibreCharacters,
  ].map(\.toutes)
}
