extension Bareme {
  /// L.1617-5, 3°, CGCT: the comptable's action is prescribed so many years after the taking in charge, or after an interruption.
  public static let prescriptionYears = Dated(
    "prescription de l’action du comptable", "ans",
    [.init(from: Jour(2004, 12, 31), 4, source: "code général des collectivités territoriales, L.1617-5, 3°")])

  /// Days before the prescription from which it is an alert.
  public static let alertePrescriptionDays = Dated(
    "alerte avant la prescription", "jours",
    [.init(from: Jour(2010, 12, 15), 90, source: "choix du projet, la convention n’en dit rien")])

  static let poursuites: [[ValeurAppliquee]] = [prescriptionYears.toutes, alertePrescriptionDays.toutes]
}
