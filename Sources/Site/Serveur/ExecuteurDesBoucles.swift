import NIOCore
import NIOPosix

/// Runs the tasks of the site on the threads that its connections are on: a page is answered without changing thread.
///
/// What takes long there would make the other connections of its thread wait: a password is hashed elsewhere, a long reading of
/// the base has the engine's own threads.
final class ExecuteurDesBoucles: TaskExecutor {
  private let group: any EventLoopGroup

  init(_ group: any EventLoopGroup) { self.group = group }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let loop = MultiThreadedEventLoopGroup.currentEventLoop ?? group.next()
    loop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
