import Convention
import Crypto
import Foundation
import Registre

extension ContratsDuCentre {
  /// The report on objectives as it is handed in: how it is called, its date, its file.
  public struct RapportRemis: Hashable, Sendable {
    public var ecrit: Ecrit
    public var nom: String
    public var octets: Data

    public init(_ ecrit: Ecrit, nom: String, octets: Data) {
      self.ecrit = ecrit
      self.nom = nom
      self.octets = octets
    }

    var cite: RapportSurObjectifs {
      RapportSurObjectifs(ecrit, sha256: SHA256.hash(data: octets).map { Self.hexadecimal($0) }.joined())
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
  }

  /// Art. 9, al. 2 (R029–R030): judged on the results of the day, and kept with its report.
  ///
  /// What would be refused leaves no document: the decision is judged before the report is kept, and again when it is appended.
  /// Throws also a ``DocumentRefuse``.
  @discardableResult
  public func decider(
    _ geste: Geste, _ choix: HistoireDeContrat.DecisionSurObjectifs.Choix, rapport: RapportRemis,
    approbations: [QualiteDeSignataire], le: Jour, dans depot: DepotDeDocuments
  ) async throws -> Fiche {
    let cite = rapport.cite
    let decision: Decision = { contrat, jour, lecture in
      let bilan = try lecture.bilan(of: contrat, on: jour)
      return try contrat.decider(choix, bilan: bilan, rapport: cite, approbations: approbations, le: le, on: jour)
    }
    let fiche = try await essayer(geste, decision)
    try await deposer(rapport, cite, on: fiche, geste, depot)
    return try await agir(geste, decision)
  }

  /// The same decision without a trace. A form sent again is judged where it will be told apart.
  private func essayer(_ geste: Geste, _ decision: @escaping Decision) async throws -> Fiche {
    let aujourdhui = horloge.jour
    return try await registre.lire { lecture in
      let jour = try lecture.jourDeTravail(aujourdhui)
      guard let fiche = try lecture.contrat(geste.cle, geste.perimetre, on: jour) else { throw FauteDeContrat.inconnu }
      if geste.rang == nil || geste.rang == fiche.rang { _ = try decision(fiche.histoire, jour, lecture) }
      return fiche
    }
  }

  /// Once, however often the same report is handed in.
  private func deposer(
    _ rapport: RapportRemis, _ cite: RapportSurObjectifs, on fiche: Fiche, _ geste: Geste, _ depot: DepotDeDocuments
  ) async throws {
    let known = try await registre.lire { try $0.documents(of: fiche.sujet) }
    guard !known.contains(where: { $0.sha256 == cite.sha256 }) else { return }
    guard geste.rang == nil || geste.rang == fiche.rang else { throw FauteDeContrat.perime }
    let aujourdhui = horloge.jour
    let jour = try await registre.lire { try $0.jourDeTravail(aujourdhui) }
    let trace = Trace(auteur: geste.auteur, instant: horloge.instant, jour: jour)
    _ = try await depot.deposer(
      rapport.octets, nom: rapport.nom, sur: fiche.sujet, par: trace, geste.perimetre)
  }
}
