import Dispatch
import SQLEngine

/// Statements to run later: while the server takes one list, the next is prepared.
///
/// Two lists at most. The connection is never used by two threads: whatever else it is asked waits for ``drain()`` first.
final class PostgreSQLBacklog {
  /// `@unchecked Sendable`: handed to the second thread, whole, and read by the first only after it has waited for its end.
  private final class Running: @unchecked Sendable {
    let batch: PostgreSQLBatch
    let session: PostgreSQLSession
    var fault: (any Error)?

    init(_ batch: PostgreSQLBatch, _ session: PostgreSQLSession) {
      self.batch = batch
      self.session = session
    }

    func run() { do { try batch.run(on: session) } catch { fault = error } }
  }

  private static let batchSize = 4_000
  private let session: PostgreSQLSession
  private let queue = DispatchQueue(label: "PostgreSQL")
  private let group = DispatchGroup()
  private var batch = PostgreSQLBatch()
  private var running: Running?
  private var kinds: [String: PostgreSQLBatch.Kind] = [:]

  init(_ session: PostgreSQLSession) { self.session = session }

  func add(_ sql: String, _ values: [SQLValue]) throws {
    for case .text(let text) in values where text.utf8.contains(0) {
      throw SQLFault(.value, engine: PostgreSQLEngine.nom, detail: "texte contenant un caractère nul")
    }
    batch.add(kind(sql), values)
    if batch.count == PostgreSQLBacklog.batchSize { try hand() }
  }

  /// Returns once everything has run, and throws what went wrong; what came after the fault has not run.
  func drain() throws {
    if batch.count > 0 { try hand() }
    try finishRunning()
  }

  /// Forgets what has not begun, and returns once nothing runs.
  func abandon() {
    batch = PostgreSQLBatch()
    group.wait()
    running = nil
  }

  private func kind(_ sql: String) -> PostgreSQLBatch.Kind {
    if let known = kinds[sql] { return known }
    let kind = PostgreSQLBatch.Kind(sql)
    kinds[sql] = kind
    return kind
  }

  private func hand() throws {
    do { try finishRunning() } catch {
      batch = PostgreSQLBatch()
      throw error
    }
    let next = Running(batch, session)
    batch = PostgreSQLBatch()
    running = next
    queue.async(group: group) { next.run() }
  }

  private func finishRunning() throws {
    group.wait()
    defer { running = nil }
    guard let fault = running?.fault else { return }
    throw session.isCancelled ? CancellationError() : fault
  }
}
