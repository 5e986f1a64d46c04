import Convention
import Registre

/// Who sees which dysfunction: those whom it concerns, the directions of their départements, and CL1A once it was told.
///
/// The line of a history has one étude and one département; a dysfunction has several: its scope is read in its facts.
extension IncidentDeService {
  /// Within a scope; the same rule for a list, a page and a report.
  public func estVisible(_ perimetre: Perimetre) -> Bool {
    switch perimetre {
    case .exploitant: true
    case .postes(let codiques): !codiques.isDisjoint(with: concernes.postes)
    case .etudes(let codes): !codes.isDisjoint(with: concernes.etudes)
    case .departement(let departement): concernes.departements.contains(departement)
    case .national: firstNotice(to: .cl1a) != nil || plans.contains { $0.envois.contains { $0.destinataire == .cl1a } }
    }
  }

  /// Announced or under way.
  public static let etatsVivants = [Mot.prevu, .enCours, .retabli].map(\.rawValue)

  /// What stands on every page of those concerned.
  fileprivate static let etatsAnnonces = [Mot.prevu, .enCours].map(\.rawValue)
}

extension Lecture {
  /// The dysfunctions of a scope, the first recorded first.
  ///
  /// - Parameter etats: only those in one of these states; nil for all.
  public func incidentsDeService(
    _ perimetre: Perimetre, etats: [String]? = nil
  ) throws -> [FicheDHistoire<IncidentDeService>] {
    try histoiresEntieres(IncidentDeService.self, .exploitant, etats: etats).filter {
      $0.histoire.estVisible(perimetre)
    }
  }

  /// What a visitor must know wherever he is: outages announced or open that concern him, in a sentence each. Mostly nothing:
  /// one question on an index.
  public func avisEnCours(_ perimetre: Perimetre) throws -> [String] {
    switch perimetre {
    case .postes, .etudes:
      try incidentsDeService(perimetre, etats: IncidentDeService.etatsAnnonces).map(\.histoire.bandeau)
    case .departement, .national, .exploitant: []
    }
  }
}

extension IncidentDeService {
  fileprivate var bandeau: String {
    switch origine {
    case .prevu(let prevu): "Coupure de service prévue \(prevu.fenetre.texte) : \(prevu.motif.texte)"
    case .detecte(let detecte):
      "Dysfonctionnement du service (\(nature.libelle)) depuis le \(detecte.depuis.texte) : \(detecte.description.texte)"
    }
  }
}
