import Foundation
import SQLEngine
import Synchronization

/// Jobs, first come first served, and the workers that take them.
final class PostgreSQLQueue: Sendable {
  private struct State {
    var jobs: [PostgreSQLJob] = []
    var workers = 0
    /// Asleep until a job comes.
    var idle = 0
    /// Those that have a connection, and those that are asking for one.
    var connected = 0
    var opening = 0
    var running: [PostgreSQLJob.Kind: Int] = [:]
    var isClosed = false
    /// The server gave no more connections: it is not asked for another before.
    var restsUntil = ContinuousClock.now

    /// The rank of the next job that may be done.
    func next(_ limits: [PostgreSQLJob.Kind: Int]) -> Int? {
      jobs.firstIndex { running[$0.kind, default: 0] < limits[$0.kind, default: .max] }
    }
  }

  private static let closed = SQLFault(
    .connectionLost, engine: PostgreSQLEngine.nom, detail: "le moteur est fermé")

  private enum Needed { case nothing, waking, worker }

  private let state = Mutex(State())
  private let bell = DispatchSemaphore(value: 0)
  private let most: Int
  private let limits: [PostgreSQLJob.Kind: Int]

  /// - Parameter most: workers at most.
  init(most: Int) {
    self.most = most
    limits = [.writing: 1, .look: ProcessInfo.processInfo.activeProcessorCount + 1]
  }

  /// Adds a job; returns whether a worker more is to be made for it.
  func add(_ job: PostgreSQLJob) -> Bool {
    let needed = state.withLock { state -> Needed? in
      guard !state.isClosed else { return nil }
      state.jobs.append(job)
      return need(&state)
    }
    guard let needed else {
      job.fail(PostgreSQLQueue.closed)
      return false
    }
    if needed == .waking { bell.signal() }
    return needed == .worker
  }

  private func need(_ state: inout State) -> Needed {
    guard state.next(limits) != nil else { return .nothing }
    if state.idle > 0 {
      state.idle -= 1
      return .waking
    }
    guard state.workers < most, state.workers == 0 || ContinuousClock.now >= state.restsUntil else { return .nothing }
    state.workers += 1
    return .worker
  }

  /// The next job, waited for, once the last one is done; nil when there will be none.
  func next(after done: PostgreSQLJob?) -> PostgreSQLJob? {
    var done = done
    while true {
      let (job, isClosed) = state.withLock { state -> (PostgreSQLJob?, Bool) in
        if let done { state.running[done.kind, default: 1] -= 1 }
        guard let rank = state.next(limits) else {
          if !state.isClosed { state.idle += 1 }
          return (nil, state.isClosed)
        }
        let job = state.jobs.remove(at: rank)
        state.running[job.kind, default: 0] += 1
        return (job, state.isClosed)
      }
      if job != nil || isClosed { return job }
      done = nil
      bell.wait()
    }
  }

  /// A worker has a connection, or has one no more.
  func note(connected: Bool) { state.withLock { $0.connected += connected ? 1 : -1 } }
  func note(opening: Bool) { state.withLock { $0.opening += opening ? 1 : -1 } }

  /// The server gives a worker no connection. True when the others, who have some or may get one, are left to do the job: the worker
  /// ends.
  func giveUp(_ job: PostgreSQLJob) -> Bool {
    let needed = state.withLock { state -> Needed? in
      guard state.connected + state.opening > 0 else { return nil }
      state.running[job.kind, default: 1] -= 1
      state.jobs.insert(job, at: 0)
      state.restsUntil = .now + .seconds(1)
      defer { state.workers -= 1 }
      return need(&state)
    }
    if needed == .waking { bell.signal() }
    return needed != nil
  }

  var isClosed: Bool { state.withLock { $0.isClosed } }

  /// A worker was given no connection a moment ago: several that come at once may each be refused for the others' sake, and a
  /// server at work counts for a while those that it has refused.
  var isCrowded: Bool { state.withLock { $0.restsUntil > .now } }

  /// Refuses what waits; workers end after what they do.
  func close() {
    let (waiting, sleeping) = state.withLock { state in
      defer { (state.isClosed, state.jobs, state.idle) = (true, [], 0) }
      return (state.jobs, state.idle)
    }
    for job in waiting { job.fail(PostgreSQLQueue.closed) }
    for _ in 0..<sleeping { bell.signal() }
  }
}
