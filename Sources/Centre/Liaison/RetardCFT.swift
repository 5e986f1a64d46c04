import Convention
import Registre

/// A file that has not left long after it was to, or that its partner refuses, is told to the exploitant, once (annexe
/// II.1.1.1 a, R113).
public struct RetardCFT: Sendable {
  private let registre: Registre
  private let minutes: Int
  private let exploitant: String?

  /// - Parameters:
  ///   - minutes: after which what has not left is late.
  ///   - exploitant: his address; nil when nobody is written to.
  public init(_ registre: Registre, minutes: Int, exploitant: String?) {
    self.registre = registre
    self.minutes = minutes
    self.exploitant = exploitant
  }

  /// After an attempt to send it.
  public func signaler(_ transfert: Transfert, at now: Instant) async throws {
    let isLate = now > transfert.instant.adding(seconds: minutes * 60)
    guard transfert.etat == .refuse || (transfert.etat == .attente && isLate) else { return }
    try await registre.ecrire { [exploitant] registre in
      try registre.signaler(RetardCFT.incident(transfert, now))
      guard let exploitant else { return }
      try registre.devoir(
        CourrielDu(
          cause: CourrielCFT.cause(transfert.id, CourrielCFT.retard), destinataire: exploitant,
          objet: "Envoi par CFT en retard", jour: now.jour, instant: now))
    }
  }

  private static func incident(_ transfert: Transfert, _ now: Instant) -> Incident {
    Incident(
      jour: now.jour, instant: now, genre: "cft", cause: "cft-retard:\(transfert.id)",
      texte: "\(transfert.nom) n’est pas parti vers \(transfert.partenaire) par CFT : "
        + "\(transfert.diagnostic ?? "sans réponse") (R113).")
  }
}
