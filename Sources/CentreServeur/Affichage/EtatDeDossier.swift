import Convention

/// The states of a dossier: the words of the base, of the command line and of people.
enum EtatDeDossier: String, CaseIterable {
  case remis = "REMIS"
  case attente = "ATTENTE"
  case clos = "CLOS"
  case ecarte = "ECARTE"

  init(_ dossier: Dossier) {
    switch dossier.etat {
    case .transmis, .enAttente: self = .attente
    case .remis: self = .remis
    case .clos: self = .clos
    case .ecarte: self = .ecarte
    }
  }

  /// As typed: `remis`, `attente`, `clos`, `ecarte`.
  init(option text: String) throws {
    guard let found = EtatDeDossier(rawValue: text.uppercased()) else {
      let names = EtatDeDossier.allCases.map { $0.rawValue.lowercased() }.joined(separator: ", ")
      throw MauvaisUsage("État « \(text) » : \(names) attendu.")
    }
    self = found
  }

  var libelle: String {
    switch self {
    case .remis: "remis à l’étude"
    case .attente: "en attente d’une décision"
    case .clos: "clos"
    case .ecarte: "rejeté après attente"
    }
  }
}
