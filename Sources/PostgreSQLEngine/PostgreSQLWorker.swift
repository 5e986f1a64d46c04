import Foundation
import SQLEngine

/// A thread with a connection of its own: whoever waits for the server there makes nobody else wait.
struct PostgreSQLWorker {
  private let queue: PostgreSQLQueue
  private let settings: PostgreSQLSettings
  private var session: PostgreSQLSession?

  static func start(_ queue: PostgreSQLQueue, _ settings: PostgreSQLSettings) {
    Thread.detachNewThread {
      var worker = PostgreSQLWorker(queue: queue, settings: settings)
      worker.work()
    }
  }

  private mutating func work() {
    var done: PostgreSQLJob?
    while let job = queue.next(after: done), serve(job) { done = job }
    drop()
  }

  /// False when this worker is not wanted any more, the job being left to the others.
  private mutating func serve(_ job: PostgreSQLJob) -> Bool {
    while true {
      do {
        let found = try session ?? open()
        let isDone = job.run(found)
        found.isNew = false
        if !found.isSound { drop() }
        if isDone { return true }
      } catch {
        if queue.giveUp(job) { return false }
        guard queue.isCrowded else {
          job.fail(error)
          return true
        }
        Thread.sleep(forTimeInterval: 0.2)
      }
    }
  }

  private mutating func drop() {
    guard session != nil else { return }
    session = nil
    queue.note(connected: false)
  }

  /// Opens a connection, waiting for a server that is stopped or starting.
  private mutating func open() throws -> PostgreSQLSession {
    queue.note(opening: true)
    defer { queue.note(opening: false) }
    let limit = ContinuousClock.now + settings.patience
    while true {
      do {
        let opened = try PostgreSQLSession(settings)
        session = opened
        queue.note(connected: true)
        return opened
      } catch {
        guard ContinuousClock.now < limit, !queue.isClosed, settings.isExpected else { throw error }
        Thread.sleep(forTimeInterval: 0.2)
      }
    }
  }
}
