/// A civil day of the Gregorian calendar, in Europe/Paris, from 1900-01-01 to 2199-12-31.
public struct Jour: Hashable, Sendable, Comparable {
  /// Days since 1970-01-01.
  public let rank: Int32

  public init(rank: Int32) { self.rank = rank }

  /// The day, or nil if it does not exist or lies outside 1900–2199.
  public init?(annee: Int, mois: Int, jour: Int) {
    guard (1900...2199).contains(annee), (1...12).contains(mois),
      jour >= 1, jour <= Jour.dayCount(annee: annee, mois: mois)
    else { return nil }
    rank = Jour.rank(annee: annee, mois: mois, jour: jour)
  }

  /// A day written in the program: traps if it does not exist.
  public init(_ annee: Int, _ mois: Int, _ jour: Int) {
    guard let day = Jour(annee: annee, mois: mois, jour: jour) else {
      preconditionFailure("\(annee)-\(mois)-\(jour) is not a day")
    }
    self = day
  }

  /// 31/12/2199: a day without end.
  public static let last = Jour(2199, 12, 31)

  /// A day that exists, whatever its year: a computed day may follow 2199.
  init(annee: Int, duMois mois: Int, le jour: Int) { rank = Jour.rank(annee: annee, mois: mois, jour: jour) }

  public static func < (left: Jour, right: Jour) -> Bool { left.rank < right.rank }

  public func adding(days: Int) -> Jour { Jour(rank: rank + Int32(days)) }

  /// Days from `other` to this day; negative if this day is before.
  public func days(since other: Jour) -> Int { Int(rank - other.rank) }
}

extension Jour {
  public enum Semaine: Int, Sendable, CaseIterable {
    case lundi = 1, mardi, mercredi, jeudi, vendredi, samedi, dimanche
  }

  public var weekday: Semaine {
    // 1970-01-01 was a Thursday.
    let index = (Int(rank) + 3) % 7
    return Semaine.allCases[index < 0 ? index + 7 : index]
  }

  /// Year, month (1–12) and day of the month.
  public var components: (annee: Int, mois: Int, jour: Int) {
    // Days to civil, H. Hinnant's algorithm (public domain), eras of 400 years.
    let z = Int(rank) + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let mois = shifted < 10 ? shifted + 3 : shifted - 9
    let annee = yearOfEra + era * 400 + (mois <= 2 ? 1 : 0)
    return (annee, mois, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  public var annee: Int { components.annee }

  /// The last day of so many months that begin on this day: the eve of the same day, or the last of the month where that day
  /// does not exist (art. 641 CPC, al. 2): three years from 29/02/2028 end on 28/02/2031.
  func end(ofMonths months: Int) -> Jour {
    let next = adding(months: months)
    return next.components.jour == components.jour ? next.adding(days: -1) : next
  }

  /// The same day of the month `months` later, or that month's last day (art. 641 CPC, al. 2).
  public func adding(months: Int) -> Jour {
    let (annee, mois, jour) = components
    let total = annee * 12 + mois - 1 + months
    let (year, month) = (total / 12, total % 12 + 1)
    let last = Jour.dayCount(annee: year, mois: month)
    return Jour(rank: Jour.rank(annee: year, mois: month, jour: min(jour, last)))
  }

  private static func rank(annee: Int, mois: Int, jour: Int) -> Int32 {
    let year = mois <= 2 ? annee - 1 : annee
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (mois > 2 ? mois - 3 : mois + 9) + 2) / 5 + jour - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int32(era * 146_097 + dayOfEra - 719_468)
  }

  private static func dayCount(annee: Int, mois: Int) -> Int {
    switch mois {
    case 2: (annee % 4 == 0 && annee % 100 != 0) || annee % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
