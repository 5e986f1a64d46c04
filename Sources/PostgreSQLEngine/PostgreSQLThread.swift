import Foundation
import Synchronization

/// A thread of its own for one connection: whoever waits for the server there makes nobody else wait.
actor PostgreSQLThread {
  private final class Loop: SerialExecutor {
    private struct State {
      var jobs: [UnownedJob] = []
      var isOver = false
    }
    private let state = Mutex(State())
    private let wake = DispatchSemaphore(value: 0)

    func enqueue(_ job: consuming ExecutorJob) {
      let job = UnownedJob(job)
      state.withLock { $0.jobs.append(job) }
      wake.signal()
    }

    func stop() {
      state.withLock { $0.isOver = true }
      wake.signal()
    }

    func run() {
      while true {
        wake.wait()
        let (jobs, isOver) = state.withLock { state in
          defer { state.jobs = [] }
          return (state.jobs, state.isOver)
        }
        for job in jobs { job.runSynchronously(on: asUnownedSerialExecutor()) }
        if isOver, jobs.isEmpty { return }
      }
    }
  }

  private nonisolated let loop = Loop()
  nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

  init() {
    let loop = loop
    Thread.detachNewThread { loop.run() }
  }

  deinit { loop.stop() }

  func run<T: Sendable>(_ body: @Sendable () throws -> T) throws -> T { try body() }
}
