import Foundation

/// One process at a time does the centre's work on an exchange folder: two at once would go on with the same unfinished file.
///
/// The system lets go of it when the process ends, however it ends.
public final class Verrou {
  private let descriptor: Int32

  /// Waits for another process to finish, at most `seconds`; then throws a ``FauteDeReception``.
  public init(_ echanges: DossierEchanges, waitingAtMost seconds: Double = 60) async throws {
    let path = echanges.racine.appendingPathComponent(".verrou").path
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw FauteDeReception(fichier: path, message: "impossible d’ouvrir le verrou du dossier d’échanges")
    }
    let end = ContinuousClock.now + .seconds(seconds)
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard ContinuousClock.now < end else {
        throw FauteDeReception(
          fichier: echanges.racine.lastPathComponent,
          message: "un autre centre-serveur travaille sur ce dossier d’échanges ; recommencez quand il aura fini")
      }
      try await Task.sleep(for: .milliseconds(50))
    }
  }

  deinit { close(descriptor) }
}
