import Dispatch
import SQLEngine
import Synchronization

/// Jobs, first come first served, and the workers that take them.
final class PostgreSQLQueue: Sendable {
  private struct State {
    var jobs: [PostgreSQLJob] = []
    var workers = 0
    /// Asleep until a job comes.
    var idle = 0
    /// Those that have a connection.
    var connected = 0
    var isWriting = false
    var isClosed = false
    /// The server gave no more connections: it is not asked for another before.
    var restsUntil = ContinuousClock.now

    mutating func nextJob() -> PostgreSQLJob? {
      guard let index = jobs.firstIndex(where: { !($0.isWriting && isWriting) }) else { return nil }
      let job = jobs.remove(at: index)
      if job.isWriting { isWriting = true }
      return job
    }
  }

  private enum Needed { case nothing, waking, worker }

  private let state = Mutex(State())
  private let bell = DispatchSemaphore(value: 0)
  private let most: Int

  /// - Parameter most: workers at most.
  init(most: Int) { self.most = most }

  /// Adds a job; returns whether a worker more is to be made for it.
  func add(_ job: PostgreSQLJob) -> Bool {
    let needed = state.withLock { state -> Needed? in
      guard !state.isClosed else { return nil }
      state.jobs.append(job)
      return need(&state)
    }
    guard let needed else {
      job.fail(SQLFault(.connectionLost, engine: PostgreSQLEngine.nom, detail: "le moteur est fermé"))
      return false
    }
    if needed == .waking { bell.signal() }
    return needed == .worker
  }

  private func need(_ state: inout State) -> Needed {
    if state.idle > 0 {
      state.idle -= 1
      return .waking
    }
    guard state.workers < most, state.workers == 0 || ContinuousClock.now >= state.restsUntil else { return .nothing }
    state.workers += 1
    return .worker
  }

  /// The next job, waited for; nil when there will be none.
  func next() -> PostgreSQLJob? {
    while true {
      let (job, isClosed) = state.withLock { state -> (PostgreSQLJob?, Bool) in
        let job = state.nextJob()
        if job == nil, !state.isClosed { state.idle += 1 }
        return (job, state.isClosed)
      }
      if job != nil || isClosed { return job }
      bell.wait()
    }
  }

  /// A job is over; a writer that waited for it may come.
  func end(_ job: PostgreSQLJob) {
    guard job.isWriting else { return }
    let needed = state.withLock { state in
      state.isWriting = false
      return state.jobs.isEmpty || state.idle == 0 ? .nothing : need(&state)
    }
    if needed == .waking { bell.signal() }
  }

  /// A worker has a connection, or has one no more.
  func note(connected: Bool) { state.withLock { $0.connected += connected ? 1 : -1 } }

  /// The server gives a worker no connection. True when the others, who have some, are left to do the job: the worker ends.
  func giveUp(_ job: PostgreSQLJob) -> Bool {
    state.withLock { state in
      guard state.connected > 0 else { return false }
      if job.isWriting { state.isWriting = false }
      state.jobs.insert(job, at: 0)
      state.workers -= 1
      state.restsUntil = .now + .seconds(1)
      return true
    }
  }

  var isClosed: Bool { state.withLock { $0.isClosed } }

  /// Refuses what waits; workers end after what they do.
  func close() {
    let (waiting, sleeping) = state.withLock { state in
      defer { (state.isClosed, state.jobs, state.idle) = (true, [], 0) }
      return (state.jobs, state.idle)
    }
    for job in waiting {
      job.fail(SQLFault(.connectionLost, engine: PostgreSQLEngine.nom, detail: "le moteur est fermé"))
    }
    for _ in 0..<sleeping { bell.signal() }
  }
}
