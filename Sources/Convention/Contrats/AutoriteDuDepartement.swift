/// Who signs a contract or decides on it (art. 1, al. 3 and note 1; art. 20). The names are written in the journal.
public enum QualiteDeSignataire: String, Hashable, Sendable, Codable, CaseIterable {
  case prefet = "PREFET"
  case directeur = "DIRECTEUR"
  case tresorierPayeurGeneral = "TPG"
  case directeurServicesFiscaux = "DSF"
  case huissier = "HUISSIER"

  /// As a page writes it.
  public var libelle: String {
    switch self {
    case .prefet: "préfet"
    case .directeur: "directeur départemental ou régional des finances publiques"
    case .tresorierPayeurGeneral: "trésorier-payeur général"
    case .directeurServicesFiscaux: "directeur des services fiscaux"
    case .huissier: "huissier ou représentant légal de la structure"
    }
  }
}

/// Who holds the powers of the director in a département (art. 20, R005, R070).
public enum AutoriteDuDepartement: String, Hashable, Sendable, Codable, CaseIterable {
  /// A DDFiP or DRFiP director is named.
  case directeur = "DIRECTEUR"
  /// None is yet: the TPG and the DSF act together, never one alone.
  case conjointe = "CONJOINTE"

  /// As a page writes it.
  public var libelle: String {
    switch self {
    case .directeur: "le directeur départemental ou régional des finances publiques"
    case .conjointe: "ensemble, le trésorier-payeur général et le directeur des services fiscaux"
    }
  }

  /// Whose approval makes its decisions.
  public var membres: [QualiteDeSignataire] {
    switch self {
    case .directeur: [.directeur]
    case .conjointe: [.tresorierPayeurGeneral, .directeurServicesFiscaux]
    }
  }

  /// Who signs a contract in the département.
  public var signataires: [QualiteDeSignataire] { [.prefet] + membres + [.huissier] }

  /// Art. 20 (R070): an objective, a threshold, a renewal or a termination needs each of its members.
  public func requireApproval(by approbations: [QualiteDeSignataire]) throws(Refus) {
    guard membres.allSatisfy(approbations.contains) else {
      throw Refus(.approbationManquante, under: Article(20))
    }
  }
}
