import Dispatch
import SQLEngine

/// Statements that run in order on a second thread while the first prepares the next ones: one core decides, the other writes.
///
/// Two lists at most: the one being filled and the one being run. The connection is never used by both threads, since
/// whatever else it is asked waits for ``drain()`` first.
final class SQLiteBacklog {
  /// One statement to run with its values.
  private struct Job {
    let statement: SQLiteStatement
    let values: [SQLValue]
  }

  /// Handed to the second thread, whole, and read by the first only after it has waited for its end.
  private final class Batch: @unchecked Sendable {
    let jobs: [Job]
    var fault: (any Error)?
    init(_ jobs: [Job]) { self.jobs = jobs }

    func run() {
      do {
        for job in jobs { try job.statement.runNow(job.values) }
      } catch {
        fault = error
      }
    }
  }

  static let batchSize = 512
  private let queue = DispatchQueue(label: "SQLite")
  private let group = DispatchGroup()
  private var jobs: [Job] = []
  private var running: Batch?

  init() { jobs.reserveCapacity(SQLiteBacklog.batchSize) }

  func add(_ statement: SQLiteStatement, _ values: [SQLValue]) throws {
    jobs.append(Job(statement: statement, values: values))
    if jobs.count == SQLiteBacklog.batchSize { try hand() }
  }

  /// Returns once everything has run, and throws what went wrong; what came after the fault has not run.
  func drain() throws {
    if !jobs.isEmpty { try hand() }
    try finishRunning()
  }

  /// Forgets what has not begun, and returns once nothing runs.
  func abandon() {
    jobs.removeAll()
    group.wait()
    running = nil
  }

  private func hand() throws {
    do { try finishRunning() } catch {
      jobs.removeAll()
      throw error
    }
    let batch = Batch(jobs)
    jobs.removeAll(keepingCapacity: true)
    running = batch
    queue.async(group: group) { batch.run() }
  }

  private func finishRunning() throws {
    group.wait()
    let fault = running?.fault
    running = nil
    if let fault { throw fault }
  }
}
