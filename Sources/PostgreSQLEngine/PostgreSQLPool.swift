import SQLEngine
import Synchronization

/// Connections, opened as they are needed up to a number, and lent to one transaction at a time, first come first served.
final class PostgreSQLPool: Sendable {
  let settings: PostgreSQLSettings
  private struct State {
    var free: [PostgreSQLSession] = []
    /// Those that the server gave, lent or free.
    var live = 0
    var opening = 0
    var waiting: [CheckedContinuation<PostgreSQLSession?, Never>] = []
    var isClosed = false

    /// Who waits longest, and may open one.
    mutating func nextToOpen() -> CheckedContinuation<PostgreSQLSession?, Never>? {
      guard !waiting.isEmpty else { return nil }
      opening += 1
      return waiting.removeFirst()
    }
  }
  private let state = Mutex(State())

  init(_ settings: PostgreSQLSettings) { self.settings = settings }

  /// A connection for something that goes on beside a transaction; to be given back.
  func lend() throws -> PostgreSQLSession {
    while let free = state.withLock({ $0.free.popLast() }) {
      do {
        try free.arrive()
        return free
      } catch { drop() }
    }
    state.withLock { $0.opening += 1 }
    do {
      let session = try PostgreSQLSession(settings)
      opened()
      return session
    } catch {
      failed()
      throw error
    }
  }

  func close() {
    let waiting = state.withLock { state in
      state.isClosed = true
      state.free = []
      defer { state.waiting = [] }
      return state.waiting
    }
    for continuation in waiting { continuation.resume(returning: nil) }
  }

  func give(back session: PostgreSQLSession) {
    session.isNew = false
    guard session.isSound else { return drop() }
    let next = state.withLock { state -> CheckedContinuation<PostgreSQLSession?, Never>? in
      guard !state.isClosed else { return nil }
      guard !state.waiting.isEmpty else {
        state.free.append(session)
        return nil
      }
      return state.waiting.removeFirst()
    }
    next?.resume(returning: session)
  }

  /// A connection that is no more: another may be opened, by whoever waits.
  private func drop() {
    let next = state.withLock { state in
      state.live -= 1
      return state.nextToOpen()
    }
    next?.resume(returning: nil)
  }

  private func opened() {
    state.withLock { state in
      state.opening -= 1
      state.live += 1
    }
  }

  /// The server gave none. Whoever waits goes on waiting for those that it gave; without any, he may try himself.
  private func failed() {
    let next = state.withLock { state in
      state.opening -= 1
      return state.live == 0 ? state.nextToOpen() : nil
    }
    next?.resume(returning: nil)
  }
}

// Taking a connection.
extension PostgreSQLPool {
  private enum Turn {
    case session(PostgreSQLSession)
    case opening
    case closed
  }

  func take() async throws -> PostgreSQLSession {
    var most = settings.connections
    while true {
      if let lent = await turn(most) {
        if lent.isSound { return lent }
        drop()
        continue
      }
      do { return try await open() } catch {
        // The server gives no more: whoever comes waits for those that it gave.
        most = state.withLock { $0.isClosed ? 0 : $0.live }
        guard most > 0 else { throw error }
      }
    }
  }

  /// A free connection, or nil when one may be opened: there are not as many yet as are wanted.
  private func turn(_ most: Int) async -> PostgreSQLSession? {
    await withCheckedContinuation { continuation in
      let turn: Turn? = state.withLock { state in
        if state.isClosed { return .closed }
        if let free = state.free.popLast() { return .session(free) }
        if state.live + state.opening < most {
          state.opening += 1
          return .opening
        }
        state.waiting.append(continuation)
        return nil
      }
      switch turn {
      case .session(let session): continuation.resume(returning: session)
      case .opening, .closed: continuation.resume(returning: nil)
      case nil: break
      }
    }
  }

  /// Opens one, waiting for a server that is stopped or starting.
  private func open() async throws -> PostgreSQLSession {
    guard !state.withLock({ $0.isClosed }) else {
      throw SQLFault(.connectionLost, engine: PostgreSQLEngine.nom, detail: "le moteur est fermé")
    }
    let (settings, thread) = (settings, PostgreSQLThread())
    let limit = ContinuousClock.now + settings.patience
    do {
      while true {
        do {
          let session = try await thread.run { try PostgreSQLSession(settings, thread: thread) }
          opened()
          return session
        } catch {
          guard ContinuousClock.now < limit, try await thread.run({ settings.isExpected }) else { throw error }
          try await Task.sleep(for: .milliseconds(200))
        }
      }
    } catch {
      failed()
      throw error
    }
  }
}
