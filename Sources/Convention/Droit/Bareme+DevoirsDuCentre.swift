/// The numbers that the centre chose to keep its duties, where the texts give none.
extension Bareme {
  private static let premierJourDuCentre = Jour(2010, 12, 15)

  /// Annexe qualité II.2 (R181): a dossier still with an étude is without news after this many days; the text has no figure.
  public static let dossierSansNouvelleDays = Dated(
    "silence après lequel un dossier est sans nouvelle", "jours",
    [.init(from: premierJourDuCentre, 60, source: "choix du projet, annexe qualité II.2 sans chiffre")])

  /// Cahier 4, al. 2 (R091): how long the code sent to the generic address of a poste is good for.
  public static let epreuveDays = Dated(
    "durée du code d’épreuve d’un poste", "jours",
    [.init(from: premierJourDuCentre, 7, source: "choix du projet, point 4 du cahier des charges sans chiffre")])

  static let devoirsDuCentre: [[ValeurAppliquee]] = [dossierSansNouvelleDays, epreuveDays].map(\.toutes)
}
