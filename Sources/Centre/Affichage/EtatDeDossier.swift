import Convention

/// The states of a dossier: the words of the base, of the command line and of people.
public enum EtatDeDossier: String, CaseIterable {
  case remis = "REMIS"
  case attente = "ATTENTE"
  case clos = "CLOS"
  case ecarte = "ECARTE"

  public init(_ dossier: Dossier) {
    switch dossier.etat {
    case .transmis, .enAttente: self = .attente
    case .remis: self = .remis
    case .clos: self = .clos
    case .ecarte: self = .ecarte
    }
  }

  public var libelle: String {
    switch self {
    case .remis: "remis à l’étude"
    case .attente: "en attente d’une décision"
    case .clos: "clos"
    case .ecarte: "rejeté après attente"
    }
  }
}
