import Foundation
import Registre
import Site

extension Session {
  /// Does a work that writes, alone on the base: by a lock of the system beside a file, by a lease in a base that instances share.
  ///
  /// - Parameter patience: gives up with a ``FauteDePage/occupe`` after it; nil waits as long as it takes, and says so.
  func alone<T: Sendable>(
    patience: Duration? = nil, _ body: @Sendable () async throws -> T
  ) async throws -> T {
    switch reglages.base {
    case .sqlite(let fichier):
      let verrou = try Verrou(fichier)
      _ = try await turn(patience, every: .milliseconds(50)) { try verrou.essayer() ? verrou : nil }
      defer { withExtendedLifetime(verrou) {} }
      return try await body()
    case .postgresql:
      let registre = try await registre()
      let porteur = UUID().uuidString
      let bail = try await turn(patience, every: .milliseconds(200)) {
        // Real time, whatever day is held.
        try await registre.prendreBail(porteur) { Reglages.montre.instant.milliseconds }
      }
      return try await under(bail, registre, body)
    }
  }

  /// Waits for what is granted.
  private func turn<T>(_ patience: Duration?, every pause: Duration, _ take: () async throws -> T?) async throws -> T {
    let started = ContinuousClock.now
    var isTold = false
    while true {
      if let taken = try await take() { return taken }
      let waited = ContinuousClock.now - started
      if let patience, waited > patience { throw FauteDePage.occupe }
      if !isTold, patience == nil, waited > .seconds(2) {
        ecran.signaler("Une autre commande travaille sur cette base : attente de son tour…")
        isTold = true
      }
      try await Task.sleep(for: pause)
    }
  }

  /// Works under a lease that is kept alive meanwhile, and given back at the end.
  private func under<T: Sendable>(
    _ bail: Bail, _ registre: Registre, _ body: @Sendable () async throws -> T
  ) async throws -> T {
    do {
      let result = try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          while true {
            try await Task.sleep(for: .milliseconds(Bail.duree / 3))
            try await registre.prolonger(bail)
          }
        }
        defer { group.cancelAll() }
        return try await Bail.$enCours.withValue(bail) { try await body() }
      }
      try await registre.rendre(bail)
      return result
    } catch {
      try? await registre.rendre(bail)
      throw error
    }
  }
}
