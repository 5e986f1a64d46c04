import Convention
import Registre

/// What a suite of files was to bring on a day, and what it brought (annexe II.1.1.1 b, R126).
public struct FluxDuJour: Sendable {
  public let flux: Flux
  public let estAttendu: Bool
  /// The files received that day, whatever their fate.
  public let fichiers: [FichierRecu]

  init(_ flux: Flux, _ jour: Jour, _ lecture: Lecture) throws {
    self.flux = flux
    estAttendu = flux.estAttendu(on: jour)
    fichiers = try lecture.fichiers(of: flux, recusLe: jour)
  }

  /// Those taken into account, whole or in part.
  public var pris: [FichierRecu] { fichiers.filter { $0.statut == "A" || $0.statut == "P" } }
  public var manque: Bool { pris.isEmpty && estAttendu }
}

extension Centre {
  /// Every suite that has begun to send by that day.
  public func flux(_ jour: Jour) async throws -> [FluxDuJour] {
    try await registre.lire { lecture in try lecture.flux(until: jour).map { try FluxDuJour($0, jour, lecture) } }
  }
}
