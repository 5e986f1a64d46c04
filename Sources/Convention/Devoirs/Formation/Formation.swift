/// A training session of the centre for postes comptables (annexe qualité III; cahier 5, ▸2; R095, R186–R189).
public struct Formation: Histoire {
  public static let genre = GenreDHistoire.formation

  public enum Mode: String, Hashable, Sendable, Codable, CaseIterable {
    case individuelle, collegiale
  }

  public enum Nature: Hashable, Sendable, Codable {
    case initiale
    /// At the comptable's request of that day (R187).
    case renouvellement(demande: Jour)
  }

  public enum Etat: Hashable, Sendable {
    case prevue
    case tenue(Jour)
    case close(Jour)
    case annulee(Jour)
  }

  /// A session as it is set.
  public struct Prevue: Hashable, Sendable, Codable {
    public let numero: String
    public let nature: Nature
    public let mode: Mode
    public let departement: Departement
    /// Sorted, without doubles, at least one.
    public let postes: [Codique]
    public let jour: Jour
    /// Preferably on site: in a DRFiP, a DDFiP or a trésorerie.
    public let lieu: TexteLibre
  }

  /// How many people of a poste attended.
  public struct Presence: Hashable, Sendable, Codable {
    public let poste: Codique
    public let participants: Int
    public init(poste: Codique, participants: Int) {
      self.poste = poste
      self.participants = participants
    }
  }

  public struct GuideRemis: Hashable, Sendable, Codable {
    public let poste: Codique
    /// Of the guide.
    public let version: String
    public let exemplaires: Int
    public let jour: Jour
    public init(poste: Codique, version: String, exemplaires: Int, jour: Jour) {
      self.poste = poste
      self.version = version
      self.exemplaires = exemplaires
      self.jour = jour
    }
  }

  public enum Acte: Hashable, Sendable, Codable {
    case prevue(Prevue)
    case tenue(jour: Jour, presences: [Presence], halfDays: Int)
    case guideRemis(GuideRemis)
    case close(jour: Jour)
    case annulee(jour: Jour, motif: TexteLibre)
  }

  public let prevue: Prevue
  public private(set) var etat = Etat.prevue
  /// The day on which it took place; nil before, and if it did not.
  public private(set) var jourTenu: Jour?
  public private(set) var presences: [Presence] = []
  /// Length of the session, once held.
  public private(set) var halfDays = 0
  public private(set) var guides: [GuideRemis] = []

  public init?(_ premier: Acte) {
    switch premier {
    case .prevue(let prevue): self.prevue = prevue
    case .tenue, .guideRemis, .close, .annulee: return nil
    }
  }

  public mutating func apply(_ acte: Acte) {
    switch acte {
    case .prevue: break
    case .tenue(let jour, let presences, let halfDays):
      (etat, jourTenu) = (.tenue(jour), jour)
      (self.presences, self.halfDays) = (presences, halfDays)
    case .guideRemis(let guide): guides.append(guide)
    case .close(let jour): etat = .close(jour)
    case .annulee(let jour, _): etat = .annulee(jour)
    }
  }
}
