import Adresses
import Convention
import Foundation
import Interface
import Registre

/// What waits for the exploitant: dossiers without an étude, records set aside (annexe qualité I.4, R169–R170).
public struct Quarantaine: Sendable {
  let centre: Centre
  let annuaire: Annuaire

  public init(_ centre: Centre) async throws {
    self.centre = centre
    annuaire = try await centre.registre.lire { try $0.annuaire() }
  }

  /// A dossier that waits for an étude, and from what to choose.
  public struct Attente: Sendable {
    public let fiche: Fiche
    public let raison: String
    public let choix: [Choix]
  }

  /// One way to hand a dossier over.
  public struct Choix: Hashable, Sendable {
    public let codePostal: CodePostal
    public let commune: String?
    public let insee: CodeInsee?
    public let etudes: [CodeEtude]
  }

  /// Dossiers that wait, in the order of reception, after one of them.
  public func enAttente(limit: Int = 1_000, after id: Int64 = 0) async throws -> [Attente] {
    let quarantaine = self
    return try await centre.registre.lire { lecture in
      try lecture.dossiersEnAttente(after: id, limit: limit)
        .compactMap { try lecture.fiche($0) }.map { quarantaine.attente($0) }
    }
  }

  /// One dossier that waits; nil once it waits no longer.
  public func enAttente(dossier id: Int64) async throws -> Attente? {
    let fiche = try await centre.registre.lire { try $0.fiche(id) }
    guard let fiche, case .enAttente = fiche.dossier.etat else { return nil }
    return attente(fiche)
  }

  private func attente(_ fiche: Fiche) -> Attente {
    if let remise = fiche.dossier.remise {
      let choix = Choix(
        codePostal: remise.codePostal, commune: remise.insee.flatMap { centre.referentiel.nom(of: $0) },
        insee: remise.insee, etudes: competentes(remise.codePostal, fiche.dossier))
      return Attente(
        fiche: fiche, raison: "L’étude a refusé le dossier ; plusieurs autres sont compétentes.", choix: [choix])
    }
    let restored = restauration(fiche.dossier)
    let choix = restored.codesPossibles.map { code in
      let candidates = restored.candidats.filter { $0.codePostal == code }
      return Choix(
        codePostal: code, commune: candidates.count == 1 ? candidates[0].commune : nil,
        insee: candidates.count == 1 ? candidates[0].insee : nil, etudes: competentes(code, fiche.dossier))
    }
    return Attente(fiche: fiche, raison: restored.raison, choix: choix)
  }

  private func restauration(_ dossier: Dossier) -> Restauration {
    let adresse = dossier.demande.principal?.adresse ?? Adresse(lignes: [])
    return Repartition(annuaire: annuaire, referentiel: centre.referentiel).restaurer(adresse)
  }

  private func competentes(_ code: CodePostal, _ dossier: Dossier) -> [CodeEtude] {
    annuaire.etudes(for: code).map(\.code).filter { !dossier.refusee.contains($0) }
  }
}
