import Centre
import Synchronization

/// A line on the terminal that says how far a long work has gone; nothing for what lasts less than two seconds.
final class BarreDeProgression: Sendable {
  private struct State {
    var started = ContinuousClock.now
    var drawn: ContinuousClock.Instant?
  }

  private let ecran: Ecran
  private let state = Mutex(State())
  private static let patience = Duration.seconds(2)
  private static let rhythm = Duration.milliseconds(200)
  private static let width = 24

  init(_ ecran: Ecran) { self.ecran = ecran }

  var progress: Progress {
    Progress { done, total, label in self.show(done, of: total, label) }
  }

  /// Tells how much of how much is done.
  func show(_ done: Int64, of total: Int64, _ label: String) {
    guard ecran.isTerminal else { return }
    let isDue = state.withLock { state in
      let now = ContinuousClock.now
      guard now - state.started > BarreDeProgression.patience,
        state.drawn.map({ now - $0 > BarreDeProgression.rhythm }) ?? true
      else { return false }
      state.drawn = now
      return true
    }
    if isDue { ecran.avertir("\r\u{1B}[K" + BarreDeProgression.line(done, of: total, label)) }
  }

  /// Leaves the line as it was found.
  func finish() {
    guard ecran.isTerminal else { return }
    let wasDrawn = state.withLock { state in
      defer { state = State() }
      return state.drawn != nil
    }
    if wasDrawn { ecran.avertir("\r\u{1B}[K") }
  }

  static func line(_ done: Int64, of total: Int64, _ label: String) -> String {
    let share = total > 0 ? min(1, Double(done) / Double(total)) : 0
    let filled = Int(share * Double(width))
    let bar = String(repeating: "█", count: filled) + String(repeating: "·", count: width - filled)
    return "[\(bar)] \(Int(share * 100)) %  \(done)/\(total)  \(label)"
  }
}
