import Convention

/// When offices are open: études from Monday to Saturday, accountants and computer departments from Monday to Friday;
/// nobody on Sundays and public holidays.
enum Calendrier {
  private static let feries = JoursFeries()

  static func etudeOuverte(_ jour: Jour) -> Bool { jour.weekday != .dimanche && !feries.contains(jour) }
  static func posteOuvert(_ jour: Jour) -> Bool { feries.isWorking(jour) }

  /// Working days of the accountants among so many, from that one on.
  static func joursOuvres(_ premier: Jour, _ count: Int) -> Int {
    (0..<count).filter { posteOuvert(premier.adding(days: $0)) }.count
  }
}
