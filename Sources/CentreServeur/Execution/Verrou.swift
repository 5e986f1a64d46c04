import Foundation
import Site

/// One writing command at a time on a base: files that seem unfinished under the lock were left by a run that stopped.
///
/// The system frees it when the process ends, however it ends.
final class Verrou: Sendable {
  private let descriptor: Int32

  /// Waits for its turn; says so once it lasts, and gives up with a ``FauteDePage/occupe`` after `patience` if there is one.
  init(_ session: Session, patience: Duration? = nil) async throws {
    let path = session.reglages.base + ".verrou"
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Faute("Impossible d’écrire « \(path) » à côté de la base.") }
    let started = ContinuousClock.now
    var isTold = false
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else { throw Faute("Impossible de verrouiller « \(path) ».") }
      let waited = ContinuousClock.now - started
      if let patience, waited > patience { throw FauteDePage.occupe }
      if !isTold, patience == nil, waited > .seconds(2) {
        session.ecran.signaler("Une autre commande travaille sur cette base : attente de son tour…")
        isTold = true
      }
      try await Task.sleep(for: .milliseconds(50))
    }
  }

  deinit { close(descriptor) }
}

extension Session {
  /// Does a work that writes, alone on the base.
  func alone<T: Sendable>(
    patience: Duration? = nil, _ body: @Sendable () async throws -> T
  ) async throws -> T {
    let verrou = try await Verrou(self, patience: patience)
    defer { withExtendedLifetime(verrou) {} }
    return try await body()
  }
}
