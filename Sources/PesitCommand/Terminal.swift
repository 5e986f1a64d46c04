import Foundation
import PeSIT
import Synchronization

/// What people see: sentences on stderr, a bar while a transfer lasts.
enum Terminal {
  static func tell(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }

  /// Shows each message that passes.
  static func trace(_ event: TraceEvent) {
    let arrow =
      switch event.direction {
      case .sent: ">"
      case .received: "<"
      case .noted: "!"
      }
    tell("\(arrow) \(event.text)")
  }
}

/// How much of a file has passed; drawn on a terminal only, five times a second at most, after a second.
final class ProgressBar: Sendable {
  private let label: String
  private let total: Int?
  private let isShown = isatty(2) == 1
  private let started = ContinuousClock.now
  private let drawn = Mutex(ContinuousClock.now)

  init(_ label: String, total: Int?) {
    self.label = label
    self.total = total
  }

  func show(_ done: Int) {
    guard isShown, ContinuousClock.now - started > .seconds(1) else { return }
    let isDue = drawn.withLock { last in
      guard ContinuousClock.now - last > .milliseconds(200) else { return false }
      last = .now
      return true
    }
    if isDue { FileHandle.standardError.write(Data(("\r\u{1B}[K" + line(done)).utf8)) }
  }

  func finish() { if isShown { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) } }

  private func line(_ done: Int) -> String {
    let seconds = max(0.001, (ContinuousClock.now - started) / .seconds(1))
    let rate = String(format: "%.1f Mo/s", Double(done) / seconds / 1e6)
    guard let total, total > 0 else { return "\(label)  \(done) octets  \(rate)" }
    let share = min(1, Double(done) / Double(total))
    let filled = Int(share * 24)
    let bar = String(repeating: "█", count: filled) + String(repeating: "·", count: 24 - filled)
    return "[\(bar)] \(Int(share * 100)) %  \(done)/\(total) octets  \(rate)  \(label)"
  }
}
