import Centre
import Convention
import PeSIT
import Registre
import Synchronization

/// Shows how far a transfer is while it lasts, and keeps it for this instance.
final class SuiviDEnvoi: Sendable {
  private let registre: Registre
  private let montre: Horloge
  /// Seconds.
  private let prise: Int
  private let courant: Mutex<Transfert>

  init(_ transfert: Transfert, registre: Registre, montre: Horloge, prise: Int) {
    self.registre = registre
    self.montre = montre
    self.prise = prise
    courant = Mutex(transfert)
  }

  var transfert: Transfert { courant.withLock { $0 } }

  /// The file has left so far.
  func noter(_ point: Checkpoint) {
    courant.withLock { transfert in
      transfert.point = Int64(point.offset)
      transfert.points = point.number
    }
  }

  /// Writes it every five seconds while a work lasts.
  func pendant<Resultat: Sendable>(
    _ work: @escaping @Sendable () async throws -> Resultat
  ) async throws -> Resultat {
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask {
        while true {
          try await Task.sleep(for: .seconds(5))
          try await self.ecrire()
        }
      }
      defer { tasks.cancelAll() }
      return try await work()
    }
  }

  private func ecrire() async throws {
    let now = montre.instant
    let current = courant.withLock { transfert in
      transfert.prochaine = now.adding(seconds: prise)
      return transfert
    }
    try await registre.ecrire { try $0.avancer(current) }
  }
}
