import SQLEngine
import Synchronization

/// A connection while it serves someone: a cancellation that comes after its end reaches nobody else.
private final class PostgreSQLUse: Sendable {
  private let session: Mutex<PostgreSQLSession?>
  init(_ session: PostgreSQLSession) { self.session = Mutex(session) }

  func cancel() { session.withLock { $0?.cancel() } }
  func end() { session.withLock { $0 = nil } }
}

extension PostgreSQLPool {
  private enum Outcome<T: Sendable>: Sendable {
    case done(T)
    case cut(any Error, isNew: Bool)
  }

  /// Runs `body` on the thread of a connection.
  ///
  /// A connection that was cut while it waited in the pool, as long as ``PostgreSQLSession/isServing`` is false, is replaced by
  /// another, for which `body` runs again.
  func use<T: Sendable>(
    _ body: @Sendable (PostgreSQLSession) throws -> T
  ) async throws -> T {
    while true {
      let session = try await take()
      let use = PostgreSQLUse(session)
      let outcome = try await withTaskCancellationHandler {
        try await session.thread.run { try serve(session, use, body) }
      } onCancel: {
        use.cancel()
      }
      switch outcome {
      case .done(let result): return result
      case .cut(let fault, let isNew): if isNew { throw fault }
      }
    }
  }

  private func serve<T: Sendable>(
    _ session: PostgreSQLSession, _ use: PostgreSQLUse, _ body: @Sendable (PostgreSQLSession) throws -> T
  ) throws -> Outcome<T> {
    defer {
      use.end()
      give(back: session)
    }
    do {
      try session.arrive()
      return .done(try undoing(session) { try body(session) })
    } catch {
      guard session.isCut, !session.isServing else { throw error }
      return .cut(error, isNew: session.isNew)
    }
  }

  /// Rolls the transaction back when `body` throws.
  private func undoing<T>(_ session: PostgreSQLSession, _ body: () throws -> T) throws -> T {
    do { return try body() } catch {
      try? session.rollBack()
      throw error
    }
  }
}
