import SQLEngine
import Synchronization

/// What someone wants done on a connection: a transaction, mostly.
struct PostgreSQLJob: Sendable {
  /// Writers of one program wait for each other without a connection: the server would have them wait too.
  let isWriting: Bool
  /// Does it; false when the connection was cut before the server began: nothing was done, another is wanted.
  let run: @Sendable (PostgreSQLSession) -> Bool
  /// Tells that there is no connection for it.
  let fail: @Sendable (any Error) -> Void
}

/// Whether whoever asked for something still wants it.
final class PostgreSQLAsked: Sendable {
  private struct State {
    var session: PostgreSQLSession?
    var isCancelled = false
  }
  private let state = Mutex(State())

  var isCancelled: Bool { state.withLock { $0.isCancelled } }

  /// From any thread: the server is asked to give up what it does for him, and for nobody else.
  func cancel() {
    state.withLock { state in
      state.isCancelled = true
      state.session?.cancel()
    }
  }

  func begin(_ session: PostgreSQLSession) throws {
    try state.withLock { state in
      guard !state.isCancelled else { throw CancellationError() }
      state.session = session
    }
  }

  func end() { state.withLock { $0.session = nil } }
}
