import Convention
import Registre

/// The clock of the centre's duties: a notice whose limit has passed, or that left late, is signalled once to the exploitant
/// (cahier 3, al. 4; annexe qualité II.2; R086, R179).
public struct VeilleDesDevoirs: Sendable {
  private let registre: Registre

  public init(_ registre: Registre) { self.registre = registre }

  /// What is to be signalled at an instant and was not yet: reading only.
  public func aSignaler(at instant: Instant) async throws -> [Incident] {
    try await registre.lire { lecture in
      try lecture.incidentsDeService(.exploitant, etats: IncidentDeService.etatsVivants).flatMap { fiche in
        fiche.histoire.manquements(at: instant).map { VeilleDesDevoirs.signal(fiche.cle, $0, instant) }
      }.filter { try !lecture.estSignale($0.cause) }
    }
  }

  /// Signals it; nothing is written when there is nothing new.
  public func veiller(at instant: Instant) async throws {
    let new = try await aSignaler(at: instant)
    guard !new.isEmpty else { return }
    try await registre.ecrire { ecriture in for incident in new { try ecriture.signaler(incident) } }
  }

  private static func signal(_ numero: String, _ devoir: Devoir, _ instant: Instant) -> Incident {
    let limit = devoir.limite.map { ", limite le \($0.texte)" } ?? ""
    return Incident(
      jour: instant.jour, instant: instant, genre: "devoir", cause: "devoir:\(numero):\(devoir.libelle)",
      texte:
        "Dysfonctionnement \(numero), hors délai : \(devoir.libelle)\(limit) (\(devoir.article), \(devoir.exigence)).")
  }
}
