import Centre
import Convention
import Synchronization

/// The clock of a simulation: it stands at 20:00 of a day until it is moved to another.
final class HorlogeMobile: Sendable {
  private let current: Mutex<Jour>

  init(_ jour: Jour) { current = Mutex(jour) }

  var jour: Jour { current.withLock { $0 } }
  func move(to jour: Jour) { current.withLock { $0 = jour } }

  var horloge: Horloge { Horloge { Instant(self.jour, heure: 20) } }
}
