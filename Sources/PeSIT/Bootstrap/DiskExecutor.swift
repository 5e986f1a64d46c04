import NIOCore
import NIOPosix

/// Threads for the disk: what waits for it does not keep the event loops, nor the rest of the program, waiting.
final class DiskExecutor: TaskExecutor {
  /// As many as there may be files that wait for the disk at once; more only queue up before the same disk.
  static let shared = DiskExecutor(threadCount: 8)

  private let pool: NIOThreadPool

  private init(threadCount: Int) {
    pool = NIOThreadPool(numberOfThreads: threadCount)
    pool.start()
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let executor = asUnownedTaskExecutor()
    pool.submit { _ in job.runSynchronously(on: executor) }
  }
}
