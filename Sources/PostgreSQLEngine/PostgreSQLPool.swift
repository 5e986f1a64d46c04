import SQLEngine
import Synchronization

/// Connections, opened as they are needed up to a number, each with a thread of its own.
final class PostgreSQLPool: Sendable {
  let settings: PostgreSQLSettings
  private let queue: PostgreSQLQueue
  /// For what goes on beside a transaction.
  private let spare = Mutex<[PostgreSQLSession]>([])

  init(_ settings: PostgreSQLSettings) {
    self.settings = settings
    queue = PostgreSQLQueue(most: settings.connections)
  }

  deinit { queue.close() }

  /// Runs `body` on the thread of a connection, after what was asked before.
  ///
  /// A connection that was cut while it waited, as long as ``PostgreSQLSession/isServing`` is false, is replaced by another, for
  /// which `body` runs again.
  func use<T: Sendable>(
    _ kind: PostgreSQLJob.Kind = .reading, _ body: @escaping @Sendable (PostgreSQLSession) throws -> T
  ) async throws -> T {
    let asked = PostgreSQLAsked()
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        submit(
          PostgreSQLJob(
            kind: kind, run: { $0.serve(asked, continuation, body) },
            fail: { continuation.resume(throwing: $0) }))
      }
    } onCancel: {
      asked.cancel()
    }
  }

  private func submit(_ job: PostgreSQLJob) {
    if queue.add(job) { PostgreSQLWorker.start(queue, settings) }
  }

  /// A connection for something that goes on beside a transaction; to be given back.
  func lend() throws -> PostgreSQLSession {
    while let free = spare.withLock({ $0.popLast() }) {
      if (try? free.arrive()) != nil { return free }
    }
    return try PostgreSQLSession(settings)
  }

  func give(back session: PostgreSQLSession) {
    if session.isSound { spare.withLock { $0.append(session) } }
  }

  func close() {
    queue.close()
    spare.withLock { $0 = [] }
  }
}

extension PostgreSQLSession {
  /// Does what was asked and tells whoever waits; false, without a word, when the connection was cut before the server began.
  fileprivate func serve<T: Sendable>(
    _ asked: PostgreSQLAsked, _ waiting: CheckedContinuation<T, any Error>,
    _ body: (PostgreSQLSession) throws -> T
  ) -> Bool {
    let result = Result {
      try asked.begin(self)
      self.asked = asked
      try arrive()
      return try undoing(body)
    }
    asked.end()
    self.asked = nil
    if case .failure = result, isCut, !isServing, !isNew { return false }
    waiting.resume(with: result)
    return true
  }

  /// Rolls the transaction back when `body` throws.
  private func undoing<T>(_ body: (PostgreSQLSession) throws -> T) throws -> T {
    do { return try body(self) } catch {
      try? rollBack()
      throw error
    }
  }
}
