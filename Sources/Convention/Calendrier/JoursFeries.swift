/// The public holidays of a place.
///
/// Code du travail, L.3133-1 (national), L.3134-13 (Moselle, Bas-Rhin, Haut-Rhin), L.3422-2 (abolition of slavery overseas).
public struct JoursFeries: Hashable, Sendable {
  public let departement: Departement?

  /// Without a département, the national holidays only.
  public init(departement: Departement? = nil) { self.departement = departement }

  public func contains(_ jour: Jour) -> Bool {
    let (annee, mois, quantieme) = jour.components
    if JoursFeries.fixed.contains(mois * 100 + quantieme) { return true }
    let easter = JoursFeries.easter(annee)
    let movable = [1, 39, 50].map { easter.adding(days: $0) }
    return movable.contains(jour) || isLocal(jour, easter: easter)
  }

  /// Art. 642 CPC: a Saturday, a Sunday or a holiday is not a working day.
  public func isWorking(_ jour: Jour) -> Bool {
    jour.weekday != .samedi && jour.weekday != .dimanche && !contains(jour)
  }

  /// Art. 642 CPC, al. 2: a delay that would end on such a day ends on the first working day after it.
  public func postponed(_ jour: Jour) -> Jour {
    var day = jour
    while !isWorking(day) { day = day.adding(days: 1) }
    return day
  }

  private static let fixed: Set<Int> = [101, 501, 508, 714, 815, 1101, 1111, 1225]

  private func isLocal(_ jour: Jour, easter: Jour) -> Bool {
    guard let code = departement?.texte else { return false }
    let (_, mois, quantieme) = jour.components
    if ["57", "67", "68"].contains(code) {
      return mois * 100 + quantieme == 1226 || jour == easter.adding(days: -2)
    }
    return JoursFeries.abolition[code] == mois * 100 + quantieme
  }

  /// Day of the abolition of slavery, month × 100 + day.
  private static let abolition: [String: Int] = [
    "976": 427, "972": 522, "971": 527, "978": 528, "973": 610, "977": 1009, "974": 1220,
  ]

  /// Easter Sunday, Gregorian computus (Meeus, Butcher).
  static func easter(_ annee: Int) -> Jour {
    let a = annee % 19
    let (b, c) = annee.quotientAndRemainder(dividingBy: 100)
    let (d, e) = b.quotientAndRemainder(dividingBy: 4)
    let g = (b - (b + 8) / 25 + 1) / 3
    let h = (19 * a + b - d - g + 15) % 30
    let (i, k) = c.quotientAndRemainder(dividingBy: 4)
    let l = (32 + 2 * e + 2 * i - h - k) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let n = h + l - 7 * m + 114
    return Jour(annee: annee, duMois: n / 31, le: n % 31 + 1)
  }
}
