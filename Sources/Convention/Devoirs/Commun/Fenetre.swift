/// A stretch of time, from its first instant to the one that ends it, which it does not hold.
public struct Fenetre: Hashable, Sendable, Codable {
  public let de: Instant
  public let a: Instant

  /// Refused unless it ends after its start.
  public init(de: Instant, a: Instant) throws(Refus) {
    guard de < a else { throw Refus(.instantsDesordonnes, under: Article(.annexeQualite, "II.2")) }
    self.de = de
    self.a = a
  }

  private init(ordered de: Instant, _ a: Instant) {
    self.de = de
    self.a = a
  }

  /// Whole civil days in France, the last one included; at least the first one.
  public init(jours premier: Jour, _ dernier: Jour) {
    let end = max(premier, dernier).adding(days: 1)
    self.init(ordered: Instant(premier, heure: 0), Instant(end, heure: 0))
  }

  /// The civil month of a day: 44 580 minutes in March 2026, when the clock goes forward.
  public init(moisDe jour: Jour) {
    let first = jour.adding(days: 1 - jour.components.jour)
    self.init(jours: first, first.adding(months: 1).adding(days: -1))
  }

  public func contains(_ instant: Instant) -> Bool { de <= instant && instant < a }

  /// What both hold; nil if nothing.
  public func intersection(_ other: Fenetre) -> Fenetre? {
    let (start, end) = (max(de, other.de), min(a, other.a))
    return start < end ? Fenetre(ordered: start, end) : nil
  }

  /// « du 01/03/2026 à 0 h 00 au 01/04/2026 à 0 h 00 ».
  public var texte: String { "du \(de.texte) au \(a.texte)" }

  /// Length in minutes, each minute begun counted whole.
  public var minutes: Int64 { (endMinute - startMinute) }

  var startMinute: Int64 { de.milliseconds.flooredDivision(by: 60_000) }
  var endMinute: Int64 { (a.milliseconds + 59_999).flooredDivision(by: 60_000) }
}
