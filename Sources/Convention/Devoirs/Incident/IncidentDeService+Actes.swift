extension IncidentDeService {
  /// What the journal keeps of an incident.
  public enum Acte: Hashable, Sendable, Codable {
    case prevu(Prevu)
    case detecte(Detecte)
    /// A planned outage begins.
    case commence(instant: Instant)
    case abandonne(instant: Instant)
    case avise(Avis)
    case actionMenee(ActionMenee)
    case actionPrevue(ActionPrevue)
    /// The plan is written; it is presented once it has left for everybody.
    case planRedige(texte: TexteLibre, instant: Instant)
    case planEnvoye(Avis)
    case planDeRetour(PlanDeRetour)
    case retabli(instant: Instant)
    case qualifie(Qualification)
    case clos(instant: Instant)
  }

  /// A planned outage.
  public struct Prevu: Hashable, Sendable, Codable {
    public let numero: String
    /// When it was decided, before its window.
    public let instant: Instant
    public let fenetre: Fenetre
    public let motif: TexteLibre
    public let concernes: Concernes
    public let limites: LimitesDAvis
  }

  /// A fault that was found.
  public struct Detecte: Hashable, Sendable, Codable {
    public let numero: String
    public let nature: Nature
    /// The detection.
    public let instant: Instant
    /// Since when the service failed, no later than the detection.
    public let depuis: Instant
    public let description: TexteLibre
    public let concernes: Concernes
    public let limites: LimitesDAvis
  }

  public struct ActionMenee: Hashable, Sendable, Codable {
    public let texte: TexteLibre
    public let instant: Instant
    public init(texte: TexteLibre, instant: Instant) {
      self.texte = texte
      self.instant = instant
    }
  }

  /// A line of the calendar.
  public struct ActionPrevue: Hashable, Sendable, Codable {
    public let texte: TexteLibre
    /// The day on which it is to be done.
    public let pour: Jour
    /// When it was put into the calendar.
    public let instant: Instant
    public init(texte: TexteLibre, pour: Jour, instant: Instant) {
      self.texte = texte
      self.pour = pour
      self.instant = instant
    }
  }

  /// How the service comes back, shown to comptables, directions and CL1A, each with its proof (R180).
  public struct PlanDeRetour: Hashable, Sendable, Codable {
    public let texte: TexteLibre
    public let envois: [Avis]
    public let instant: Instant
    public init(texte: TexteLibre, envois: [Avis], instant: Instant) {
      self.texte = texte
      self.envois = envois
      self.instant = instant
    }
  }

  /// The cause, and what follows from it.
  public struct Qualification: Hashable, Sendable, Codable {
    public let cause: Cause
    public let imputabilite: Imputabilite
    public let instant: Instant
  }
}
