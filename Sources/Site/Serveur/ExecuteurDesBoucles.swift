import NIOCore
import NIOPosix
import Synchronization

/// Runs the tasks of the site on the threads that its connections are on: a page is answered without changing thread, unless it
/// waited for its own much longer than others do for theirs.
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

  /// A job that waits for any thread since before a moment.
  private func takeOne(before instant: NIODeadline) -> UnownedJob? {
    for file in files.values {
      if let job = file.take(before: instant) { return job }
    }
    return nil
  }

  /// What waits for one thread: what a job wakes goes on after it, so that a page begun is finished while its memory is at hand;
  /// the others, first come first served.
  ///
  /// A loop runs all that was submitted to it before it looks at its connections again; so after each slice of time the rest is
  /// put off a little, in order of arrival. Otherwise whoever asks while the others are answered would wait for them all twice.
  private final class File: Sendable {
    private let loop: any EventLoop
    private struct State {
      var jobs: [(job: UnownedJob, since: NIODeadline)] = []
      var next = 0
      var isRunning = false
      var isInJob = false
      var woken: [UnownedJob] = []

      /// Since when the first one waits.
      var since: NIODeadline? { next < jobs.count ? jobs[next].since : nil }

      mutating func take() -> UnownedJob? {
        guard next < jobs.count else { return nil }
        // A busy site may never be without a job: those done must not stay.
        if next == File.greatestDone {
          jobs.removeFirst(next)
          next = 0
        }
        defer { next += 1 }
        return jobs[next].job
      }
    }
    private let state = Mutex(State())

    private static let greatestDone = 1_024
    private static let slice = TimeAmount.milliseconds(2)
    /// Long enough for the loop to see that nothing is due, and to look at its connections.
    private static let pause = TimeAmount.microseconds(20)
    /// How much longer than here one may wait on another thread, which may have a busier processor.
    private static let unfair = TimeAmount.milliseconds(2)

    init(_ loop: any EventLoop) { self.loop = loop }

    func add(_ job: UnownedJob, _ executor: ExecuteurDesBoucles) {
      let now = NIODeadline.now()
      let isFirst = state.withLock { state in
        if state.isInJob && loop.inEventLoop { state.woken.append(job) } else { state.jobs.append((job, now)) }
        defer { state.isRunning = true }
        return !state.isRunning
      }
      if isFirst { loop.execute { self.run(executor) } }
    }

    func take(before instant: NIODeadline) -> UnownedJob? {
      state.withLock { state in
        guard let since = state.since, since < instant else { return nil }
        return state.take()
      }
    }

    private func run(_ executor: ExecuteurDesBoucles) {
      let start = NIODeadline.now()
      var now = start
      while let job = next(executor, now) {
        job.runSynchronously(on: executor.asUnownedTaskExecutor())
        now = NIODeadline.now()
        if now >= start + File.slice {
          putOff(now)
          loop.scheduleTask(in: File.pause) { self.run(executor) }
          return
        }
      }
    }

    private func putOff(_ now: NIODeadline) {
      state.withLock { state in
        state.jobs += state.woken.map { ($0, now) }
        state.woken = []
        state.isInJob = false
      }
    }

    private func next(_ executor: ExecuteurDesBoucles, _ now: NIODeadline) -> UnownedJob? {
      let (woken, since) = state.withLock { state in
        state.isInJob = true
        return (state.woken.popLast(), state.since)
      }
      if let job = woken ?? executor.takeOne(before: (since ?? now) - File.unfair) { return job }
      return state.withLock { state in
        if let job = state.take() { return job }
        state = State()
        return nil
      }
    }
  }
}
