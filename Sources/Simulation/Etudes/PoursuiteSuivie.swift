import Convention
import Generation

/// A recovery in court as its étude follows it: what was asked of it, what it asked, what it was granted.
struct PoursuiteSuivie: Sendable {
  /// The measure of the demand, a code of the list `mesure_execution`.
  let mesure: String
  var ouverturePermise: Bool
  /// What it asked the accountant, by the number of its message.
  var demandes: [Int64: ActeDePoursuite] = [:]
  var venteAccordee = false
  var mesuresAccordees: Set<String> = []
  var aSaisi = false
  /// Its order to pay, as long as it has not taken it back.
  var commandement: Int64?
  /// The accountant's events that call for a form, and the forms given.
  var arrets: Set<Int64> = []
  var formulaires = 0

  init(mesure: String, ouverturePermise: Bool) {
    self.mesure = mesure
    self.ouverturePermise = ouverturePermise
  }

  /// Art. 10, al. 7 (R040): the measure asked at first, or one agreed since; « autre » leaves the choice.
  func admet(_ mesure: String) -> Bool {
    self.mesure == "AUT" || self.mesure == mesure || mesuresAccordees.contains(mesure)
  }

  /// The measure that an act belongs to; nil where it serves any.
  static func mesure(_ code: String) -> String? {
    switch code {
    case "005", "050": "SAT"
    case "012", "051", "51D", "052", "085", "086", "095": "SVT"
    case "055", "066": "VEH"
    default: nil
    }
  }

  /// What the convention lets the étude do now.
  func permet(_ acte: ActeDePoursuite) -> Bool {
    switch acte {
    case .acte(let code, let etat, let portesForcees):
      etat == nil && (PoursuiteSuivie.mesure(code).map(admet) ?? true)
        && (venteAccordee || !["012", "085", "086"].contains(code)) && (ouverturePermise || !portesForcees)
    case .carence: admet("SVT")
    case .vendre: aSaisi
    case .ouvrir, .changer, .retour, .avancement, .rectification: true
    }
  }

  /// What was written, by the number of its message.
  mutating func noter(_ acte: ActeDePoursuite, _ numero: Int64) {
    switch acte {
    case .vendre, .ouvrir, .changer: demandes[numero] = acte
    case .acte(let code, _, _): aSaisi = aSaisi || code == "051"
    case .retour: formulaires += 1
    case .carence, .avancement, .rectification: return
    }
  }

  /// What the étude means to do from the seizure on, each so many days later.
  func suite(_ version: Int, _ alea: inout Alea) -> [(delai: Int, tache: TacheDEtude)] {
    switch mesure {
    case "SVT", "AUT": surLesMeubles(version, &alea)
    case "SAT":
      [(0, .poursuivre(.acte(code: "050"))), (alea.between(2...6), .poursuivre(.acte(code: "005")))]
        + (alea.chance(300) ? [(8, .poursuivre(.changer(mesure: "SVT")))] : [])
    case "VEH": [(0, .poursuivre(.acte(code: "055"))), (5, .poursuivre(.acte(code: "066")))]
    default: [(0, .poursuivre(.acte(code: "040")))]
    }
  }

  private func surLesMeubles(_ version: Int, _ alea: inout Alea) -> [(delai: Int, tache: TacheDEtude)] {
    switch alea.below(100) {
    case 0..<15 where version > 1 && ouverturePermise:
      [(0, .poursuivre(.acte(code: "051", portesForcees: true))), (3, .poursuivre(.vendre))]
    case 0..<15 where version > 1: [(0, .poursuivre(.ouvrir))]
    case 0..<55: [(0, .poursuivre(.acte(code: "051"))), (3, .poursuivre(.vendre))]
    case 55..<80: [(0, .poursuivre(.carence(CarenceFictive(&alea)))), (alea.between(3...6), .rendre(motif: "05"))]
    case 80..<90: [(0, .poursuivre(.changer(mesure: "SAT")))]
    default: [(0, .poursuivre(.acte(code: "090")))]
    }
  }

  /// What follows the accountant's answer to a request.
  static func suite(
    _ demande: ActeDePoursuite, accordee: Bool, _ alea: inout Alea
  ) -> [(delai: Int, tache: TacheDEtude)] {
    switch (demande, accordee) {
    case (.vendre, true):
      [
        (2, .poursuivre(.acte(code: "012"))), (5, .poursuivre(.acte(code: "085"))),
        (8, .poursuivre(.acte(code: "086"))), (12, .rendre(motif: "09")),
      ]
    case (.vendre, false): [(2, .poursuivre(.acte(code: "095"))), (4, .rendre(motif: "09"))]
    case (.ouvrir, true): [(1, .poursuivre(.acte(code: "051", portesForcees: true))), (4, .poursuivre(.vendre))]
    case (.ouvrir, false): [(1, .poursuivre(.carence(CarenceFictive(&alea)))), (5, .rendre(motif: "05"))]
    case (.changer("SAT"), true): [(2, .poursuivre(.acte(code: "050"))), (5, .poursuivre(.acte(code: "005")))]
    case (.changer, true): [(2, .poursuivre(.acte(code: "051"))), (4, .poursuivre(.vendre))]
    case (.changer, false): [(6, .rendre(motif: "09"))]
    case (.acte, _), (.carence, _), (.retour, _), (.avancement, _), (.rectification, _): []
    }
  }
}
