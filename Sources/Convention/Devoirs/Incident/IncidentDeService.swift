/// A fault of quality or of availability, foreseen or found, from its first notice to its closing (cahier 3, al. 4–5
/// and 5; annexe qualité II.2; R086–R088, R093–R097, R178–R180).
public struct IncidentDeService: Histoire {
  public static let genre = GenreDHistoire.incident

  public enum Nature: String, Hashable, Sendable, Codable, CaseIterable {
    case qualite, disponibilite
  }

  public enum Etat: Hashable, Sendable {
    /// A planned outage that has not begun.
    case prevu
    case ouvert
    case retabli(Instant)
    case clos(Instant)
    /// A planned outage that did not take place.
    case abandonne(Instant)
  }

  public enum Origine: Hashable, Sendable {
    case prevu(Prevu)
    case detecte(Detecte)
  }

  public let origine: Origine
  /// Its number among the incidents of the centre.
  public let numero: String
  public let nature: Nature
  public let concernes: Concernes
  public let limites: LimitesDAvis
  public private(set) var etat: Etat
  /// When the service ceased to be as it should; nil before a planned outage begins.
  public private(set) var debut: Instant?
  /// When the service worked again; nil before.
  public private(set) var retour: Instant?
  public private(set) var avis: [Avis] = []
  public private(set) var actionsMenees: [ActionMenee] = []
  /// The calendar of the actions to come.
  public private(set) var actionsPrevues: [ActionPrevue] = []
  public private(set) var plans: [PlanDeRetour] = []
  /// A plan that has not left for everybody yet.
  public private(set) var planEnCours: PlanDeRetour?
  /// The last one is the one that holds.
  public private(set) var qualification: Qualification?

  public init?(_ premier: Acte) {
    switch premier {
    case .prevu(let prevu): self.init(prevu)
    case .detecte(let detecte): self.init(detecte)
    case .commence, .abandonne, .avise, .actionMenee, .actionPrevue, .planRedige, .planEnvoye, .planDeRetour, .retabli,
      .qualifie, .clos:
      return nil
    }
  }

  private init(_ prevu: Prevu) {
    origine = .prevu(prevu)
    numero = prevu.numero
    nature = .disponibilite
    concernes = prevu.concernes
    limites = prevu.limites
    etat = .prevu
  }

  private init(_ detecte: Detecte) {
    origine = .detecte(detecte)
    numero = detecte.numero
    nature = detecte.nature
    concernes = detecte.concernes
    limites = detecte.limites
    etat = .ouvert
    debut = detecte.depuis
  }

  public mutating func apply(_ acte: Acte) {
    switch acte {
    case .prevu, .detecte: break
    case .commence(let instant): (etat, debut) = (.ouvert, instant)
    case .abandonne(let instant): etat = .abandonne(instant)
    case .avise(let avis): self.avis.append(avis)
    case .actionMenee(let action): actionsMenees.append(action)
    case .actionPrevue(let action): actionsPrevues.append(action)
    case .planRedige(let texte, let instant): planEnCours = PlanDeRetour(texte: texte, envois: [], instant: instant)
    case .planEnvoye(let avis): planEnCours = planEnCours?.ajoutant(avis)
    case .planDeRetour(let plan):
      plans.append(plan)
      planEnCours = nil
    case .retabli(let instant): (etat, retour) = (.retabli(instant), instant)
    case .qualifie(let qualification): self.qualification = qualification
    case .clos(let instant): etat = .clos(instant)
    }
  }
}
