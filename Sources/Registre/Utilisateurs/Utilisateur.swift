import Convention

/// Someone who signs in to the site (annexe qualité II.2, R183).
public struct Utilisateur: Hashable, Sendable {
  public let id: Int64
  /// What he types to sign in: 3 to 64 small letters, digits, `.`, `-`, `_`, `@`.
  public var identifiant: String
  /// Shown beside what he does.
  public var nom: String
  public var profil: Profil
  /// Refused at the door until the exploitant lets him in again.
  public var bloque: Bool

  public init(id: Int64, identifiant: String, nom: String, profil: Profil, bloque: Bool = false) {
    self.id = id
    self.identifiant = identifiant
    self.nom = nom
    self.profil = profil
    self.bloque = bloque
  }

  public var perimetre: Perimetre { profil.perimetre }
}

/// What a user comes for, and on whose behalf; one person may hold several postes or études (annexe I, R098–R103).
public enum Profil: Hashable, Sendable {
  case exploitant
  case comptable(Set<Codique>)
  case etude(Set<CodeEtude>)
  /// DDFiP or DRFiP: sees its département.
  case direction(Departement)
  /// Bureau CL1A: figures only.
  case central

  /// The kind of profile, stable, as it is kept and named.
  public enum Metier: String, Hashable, Sendable, CaseIterable {
    case exploitant, comptable, etude, direction, central
  }

  public var metier: Metier {
    switch self {
    case .exploitant: .exploitant
    case .comptable: .comptable
    case .etude: .etude
    case .direction: .direction
    case .central: .central
    }
  }

  public var perimetre: Perimetre {
    switch self {
    case .exploitant: .exploitant
    case .comptable(let codiques): .postes(codiques)
    case .etude(let codes): .etudes(codes)
    case .direction(let departement): .departement(departement)
    case .central: .national
    }
  }
}
