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

  /// An identifier as it is kept: small letters, digits, `.`, `-`, `_`, `@`, 3 to 64 of them; nil for anything else.
  public static func identifiant(_ texte: String) -> String? {
    let folded = texte.lowercased()
    let isPlain = folded.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || [0x2E, 0x2D, 0x5F, 0x40].contains(byte)
    }
    return isPlain && (3...64).contains(folded.utf8.count) ? folded : nil
  }
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

  /// The codes on whose behalf he acts, sorted.
  public var codes: [String] {
    switch self {
    case .exploitant, .central: []
    case .comptable(let codiques): codiques.map(\.texte).sorted()
    case .etude(let codes): codes.map(\.texte).sorted()
    case .direction(let departement): [departement.texte]
    }
  }

  /// As it is kept; nil when a code is not of its kind.
  public init?(metier: String, codes: [String]) {
    switch Metier(rawValue: metier) {
    case .exploitant: self = .exploitant
    case .central: self = .central
    case .comptable:
      let codiques = codes.compactMap { Codique($0) }
      guard codiques.count == codes.count else { return nil }
      self = .comptable(Set(codiques))
    case .etude:
      let etudes = codes.compactMap { CodeEtude($0) }
      guard etudes.count == codes.count else { return nil }
      self = .etude(Set(etudes))
    case .direction:
      guard codes.count == 1, let departement = Departement(codes[0]) else { return nil }
      self = .direction(departement)
    case nil: return nil
    }
  }
}
