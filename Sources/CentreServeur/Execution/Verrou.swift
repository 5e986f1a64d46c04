import Foundation
import Site

/// One writing command at a time on a base of one file: files that seem unfinished under the lock were left by a run that stopped.
///
/// The system frees it when the process ends, however it ends.
final class Verrou: Sendable {
  private let descriptor: Int32
  private let path: String

  init(_ fichier: String) throws {
    path = fichier + ".verrou"
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Faute("Impossible d’écrire « \(path) » à côté de la base.") }
  }

  /// Whether it is ours now.
  func essayer() throws -> Bool {
    guard flock(descriptor, LOCK_EX | LOCK_NB) != 0 else { return true }
    guard errno == EWOULDBLOCK || errno == EINTR else { throw Faute("Impossible de verrouiller « \(path) ».") }
    return false
  }

  deinit { close(descriptor) }
}
