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
