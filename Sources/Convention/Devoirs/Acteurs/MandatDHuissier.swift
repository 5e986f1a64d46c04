/// As what somebody acts for études: the cahier calls all three « huissier » (note 1; R075).
public enum QualiteDHuissier: String, Hashable, Sendable, Codable, CaseIterable {
  case huissier, representantLegal, gestionnaireDePlateforme

  public var libelle: String {
    switch self {
    case .huissier: "huissier de justice"
    case .representantLegal: "représentant légal d’une structure"
    case .gestionnaireDePlateforme: "gestionnaire de plate-forme"
    }
  }
}

/// The études for which a user acts, and as what (R075): several for the manager of a platform, one for the others.
public struct MandatDHuissier: Hashable, Sendable, Codable {
  /// The user's number.
  public let utilisateur: Int64
  public let qualite: QualiteDHuissier
  /// Sorted, without doubles, at least one.
  public let etudes: [CodeEtude]

  public init(utilisateur: Int64, qualite: QualiteDHuissier, etudes: Set<CodeEtude>) throws(Refus) {
    guard !etudes.isEmpty, etudes.count == 1 || qualite == .gestionnaireDePlateforme else {
      throw MandatDHuissier.refus
    }
    self.utilisateur = utilisateur
    self.qualite = qualite
    self.etudes = etudes.sorted()
  }

  /// The trace of what is done for one of its études; refused for any other.
  public func agir(pour etude: CodeEtude) throws(Refus) -> ActeurTrace {
    guard etudes.contains(etude) else { throw MandatDHuissier.refus }
    return ActeurTrace(utilisateur: utilisateur, qualite: qualite, etude: etude)
  }

  private static var refus: Refus { Refus(.mandatExcede, under: Article(.cahierDesCharges, "note 1")) }
}

/// Who did something, as what and for whom (R075): « utilisateur 12, gestionnaire de plate-forme, pour l’étude E3101 ».
public struct ActeurTrace: Hashable, Sendable, Codable {
  public let utilisateur: Int64
  public let qualite: QualiteDHuissier
  public let etude: CodeEtude

  public var texte: String { "utilisateur \(utilisateur), \(qualite.libelle), pour l’étude \(etude)" }
}

/// An étude undertakes, before the director of a département, to respect the cahier (cahier 1, al. 2; R077).
public struct EngagementDEtude: Hashable, Sendable, Codable {
  public let etude: CodeEtude
  /// The département of the DRFiP or DDFiP that received it.
  public let departement: Departement
  public let signataire: QualiteDHuissier
  public let jour: Jour

  public init(etude: CodeEtude, departement: Departement, signataire: QualiteDHuissier, jour: Jour) {
    self.etude = etude
    self.departement = departement
    self.signataire = signataire
    self.jour = jour
  }
}

extension Sequence<EngagementDEtude> {
  /// R077: no activation in a département before the undertaking given there; the day itself is enough.
  ///
  /// Reading: the huissier or the legal representative signs it, the manager of a platform does not undertake for them.
  public func requireEngagement(of etude: CodeEtude, in departement: Departement, on jour: Jour) throws(Refus) {
    let found = contains {
      $0.etude == etude && $0.departement == departement && $0.jour <= jour
        && $0.signataire != .gestionnaireDePlateforme
    }
    guard found else { throw Refus(.etudeSansEngagement, under: Article(.cahierDesCharges, "1", alinea: 2)) }
  }
}
