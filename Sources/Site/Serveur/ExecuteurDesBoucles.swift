import NIOCore
import NIOPosix
import Synchronization

/// Runs the tasks of the site on the threads that its connections are on: a page is answered without changing thread.
///
/// What takes long there would make the other connections of its thread wait: a password is hashed elsewhere, a long reading of
/// the base has the engine's own threads.
final class ExecuteurDesBoucles: TaskExecutor {
  private let files: [ObjectIdentifier: File]
  private let group: any EventLoopGroup

  init(_ group: any EventLoopGroup) {
    self.group = group
    let pairs = (group.makeIterator()).map { (ObjectIdentifier($0), File($0)) }
    files = Dictionary(uniqueKeysWithValues: pairs)
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let loop = MultiThreadedEventLoopGroup.currentEventLoop.flatMap { files[ObjectIdentifier($0)] }
    (loop ?? files[ObjectIdentifier(group.next())])?.add(job, self)
  }

  /// What waits for one thread: what a job wakes goes on after it, so that a page begun is finished while its memory is at hand;
  /// the others, first come first served.
  ///
  /// A loop runs all that was submitted to it before it looks at its connections again; so after each slice of time the rest is
  /// put off a little, in order of arrival. Otherwise whoever asks while the others are answered would wait for them all twice.
  private final class File: Sendable {
    private let loop: any EventLoop
    private struct State {
      var jobs: [UnownedJob] = []
      var next = 0
      var isRunning = false
      var isInJob = false
      var woken: [UnownedJob] = []
    }
    private let state = Mutex(State())

    private static let greatestDone = 1_024
    private static let slice = TimeAmount.milliseconds(2)
    /// Long enough for the loop to see that nothing is due, and to look at its connections.
    private static let pause = TimeAmount.microseconds(20)

    init(_ loop: any EventLoop) { self.loop = loop }

    func add(_ job: UnownedJob, _ executor: ExecuteurDesBoucles) {
      let isFirst = state.withLock { state in
        if state.isInJob && loop.inEventLoop { state.woken.append(job) } else { state.jobs.append(job) }
        defer { state.isRunning = true }
        return !state.isRunning
      }
      if isFirst { loop.execute { self.run(executor) } }
    }

    private func run(_ executor: ExecuteurDesBoucles) {
      let end = NIODeadline.now() + File.slice
      while let job = next() {
        job.runSynchronously(on: executor.asUnownedTaskExecutor())
        if NIODeadline.now() >= end {
          putOff()
          loop.scheduleTask(in: File.pause) { self.run(executor) }
          return
        }
      }
    }

    private func putOff() {
      state.withLock { state in
        state.jobs += state.woken
        state.woken = []
        state.isInJob = false
      }
    }

    private func next() -> UnownedJob? {
      state.withLock { state in
        state.isInJob = true
        if let job = state.woken.popLast() { return job }
        guard state.next < state.jobs.count else {
          state = State()
          return nil
        }
        // A busy site may never be without a job: those done must not stay.
        if state.next == File.greatestDone {
          state.jobs.removeFirst(state.next)
          state.next = 0
        }
        defer { state.next += 1 }
        return state.jobs[state.next]
      }
    }
  }
}
