import Interface
import Synchronization

/// The tables in service, replaced at once when they are read again.
final class FormatsEnService: Sendable {
  private let current: Mutex<Formats>

  init(_ formats: Formats) { current = Mutex(formats) }

  var formats: Formats { current.withLock { $0 } }
  func replace(by formats: Formats) { current.withLock { $0 = formats } }
}
