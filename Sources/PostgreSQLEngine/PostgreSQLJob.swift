import SQLEngine
import Synchronization

/// What someone wants done on a connection: a transaction, mostly.
struct PostgreSQLJob: Sendable {
  /// What it is, for how many may be done at once.
  enum Kind: Hashable {
    /// The few rows of a page: more at once than keep the processors busy would only make each one longer.
    case look
    case reading
    /// One at a time, for the server would have the others wait, each with a connection.
    case writing
  }

  let kind: Kind
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
