import Convention

/// What is to be done, by day; things of a day keep the order in which they were written.
struct Agenda<Chose: Sendable>: Sendable {
  private var pages: [Jour: [Chose]] = [:]

  mutating func note(_ chose: Chose, _ jour: Jour) { pages[jour, default: []].append(chose) }

  /// Tears out a day's page.
  mutating func take(_ jour: Jour) -> [Chose] { pages.removeValue(forKey: jour) ?? [] }

  /// The office is closed: the day's page goes before the next day's.
  mutating func postpone(_ jour: Jour) {
    let page = take(jour)
    guard !page.isEmpty else { return }
    let next = jour.adding(days: 1)
    pages[next] = page + (pages[next] ?? [])
  }
}
