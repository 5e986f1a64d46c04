/// An instant in UTC, to the millisecond; shown and written in French legal time.
public struct Instant: Hashable, Sendable, Comparable {
  /// Milliseconds since 1970-01-01T00:00:00Z.
  public let milliseconds: Int64

  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// A time of a day in French legal time; the later one when the clock goes back.
  public init(_ jour: Jour, heure: Int, minute: Int = 0, seconde: Int = 0) {
    let local = Int64(jour.rank) * 86_400 + Int64(heure * 3600 + minute * 60 + seconde)
    let winter = Instant(milliseconds: (local - 3600) * 1000)
    self = winter.offsetMinutes == 60 ? winter : Instant(milliseconds: (local - 7200) * 1000)
  }

  public static func < (left: Instant, right: Instant) -> Bool {
    left.milliseconds < right.milliseconds
  }

  public func adding(seconds: Int) -> Instant {
    Instant(milliseconds: milliseconds + Int64(seconds) * 1000)
  }
}

extension Instant {
  /// Offset of French legal time at this instant, in minutes: 60, or 120 from the last Sunday of March to that of
  /// October, 01:00 UTC (directive 2000/84/CE; the same rule since 1996).
  public var offsetMinutes: Int {
    let annee = Jour(rank: Int32(milliseconds.flooredDivision(by: 86_400_000))).annee
    let start = Instant.lastSunday(annee: annee, mois: 3)
    let end = Instant.lastSunday(annee: annee, mois: 10)
    return self >= start && self < end ? 120 : 60
  }

  private static func lastSunday(annee: Int, mois: Int) -> Instant {
    let last = Jour(annee: annee, duMois: mois, le: 31)
    let sunday = last.adding(days: -(last.weekday.rawValue % 7))
    return Instant(milliseconds: (Int64(sunday.rank) * 86_400 + 3600) * 1000)
  }

  private var localSeconds: Int64 {
    milliseconds.flooredDivision(by: 1000) + Int64(offsetMinutes) * 60
  }

  /// The civil day in France at this instant.
  public var jour: Jour { Jour(rank: Int32(localSeconds.flooredDivision(by: 86_400))) }

  /// Hour, minute and second in French legal time.
  public var time: (heure: Int, minute: Int, seconde: Int) {
    let seconds = Int(localSeconds - localSeconds.flooredDivision(by: 86_400) * 86_400)
    return (seconds / 3600, seconds / 60 % 60, seconds % 60)
  }

  /// `20260302203100+0100`, the form of the exchanged files.
  public var horodatage: String {
    let (heure, minute, seconde) = time
    return jour.compact + padded(heure) + padded(minute) + padded(seconde)
      + "+" + padded(offsetMinutes / 60) + padded(offsetMinutes % 60)
  }

  /// `2026-03-02T20:31:00+01:00`.
  public var iso: String {
    let (heure, minute, seconde) = time
    return "\(jour.iso)T\(padded(heure)):\(padded(minute)):\(padded(seconde))"
      + "+\(padded(offsetMinutes / 60)):\(padded(offsetMinutes % 60))"
  }

  /// `02/03/2026 à 20 h 31`.
  public var texte: String {
    let (heure, minute, _) = time
    return "\(jour.texte) à \(heure)\u{A0}h\u{A0}\(padded(minute))"
  }
}

extension Instant: Codable {
  public init(from decoder: any Decoder) throws {
    milliseconds = try decoder.singleValueContainer().decode(Int64.self)
  }
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(milliseconds)
  }
}

extension Int64 {
  func flooredDivision(by divisor: Int64) -> Int64 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
