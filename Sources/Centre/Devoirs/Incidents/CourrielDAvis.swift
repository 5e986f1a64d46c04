import Convention
import Registre

/// A mail about a dysfunction, as its cause names it: `avis:D-2026-003:poste-031012`, `plan:D-2026-003.1:cl1a`.
struct CourrielDAvis: Hashable {
  enum Genre: String, CaseIterable {
    case avis, plan
    /// A planned outage that will not take place.
    case abandon
  }

  let genre: Genre
  let numero: String
  /// Of a plan among those of its dysfunction, from 1; 0 otherwise.
  let rang: Int
  let destinataire: Avis.Destinataire

  init(_ genre: Genre, _ numero: String, _ destinataire: Avis.Destinataire, rang: Int = 0) {
    self.genre = genre
    self.numero = numero
    self.rang = rang
    self.destinataire = destinataire
  }

  /// Nil for a mail about something else.
  init?(cause: String) {
    let parts = cause.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, let genre = Genre(rawValue: parts[0]), let who = Avis.Destinataire(code: parts[2]) else {
      return nil
    }
    let name = parts[1].split(separator: ".", maxSplits: 1).map(String.init)
    guard let numero = name.first else { return nil }
    self.init(genre, numero, who, rang: name.count == 2 ? Int(name[1]) ?? 0 : 0)
  }

  var cause: String { "\(genre.rawValue):\(numero)\(rang > 0 ? ".\(rang)" : ""):\(destinataire.code)" }

  var objet: String {
    switch genre {
    case .avis: "Centre serveur : avis \(numero)"
    case .plan: "Centre serveur : plan de retour à la normale \(numero)"
    case .abandon: "Centre serveur : la coupure \(numero) n’aura pas lieu"
    }
  }

  /// Its body; nil once there is nothing to say any more: the dysfunction is over, or the plan was replaced.
  func texte(_ lecture: Lecture) throws -> String? {
    guard let incident = try lecture.histoire(IncidentDeService.self, cle: numero, .exploitant)?.histoire else {
      return nil
    }
    switch (genre, incident.etat) {
    case (.avis, .prevu), (.avis, .ouvert), (.avis, .retabli): return TexteDAvis(incident, destinataire).avis
    case (.plan, .ouvert), (.plan, .retabli):
      guard let plan = incident.planEnCours, rang == incident.plans.count + 1 else { return nil }
      return TexteDAvis(incident, destinataire).plan(plan)
    case (.abandon, .abandonne): return TexteDAvis(incident, destinataire).abandon
    case (.avis, .clos), (.avis, .abandonne), (.plan, _), (.abandon, _): return nil
    }
  }

  /// Records that it left: a fact with its proof, in the transaction that marks it as sent.
  ///
  /// A dysfunction closed in between takes no more facts: the mail is then only marked.
  func constater(_ preuve: PreuveDEnvoi, _ trace: Trace, _ ecriture: Ecriture) throws {
    guard var fiche = try ecriture.lecture.histoire(IncidentDeService.self, cle: numero, .exploitant) else { return }
    let avis = Avis(destinataire, instant: trace.instant, preuve: preuve)
    do {
      let actes =
        switch genre {
        case .avis: try fiche.histoire.decideAviser(avis)
        case .plan: try fiche.histoire.decideEnvoyerPlan(avis)
        case .abandon: [IncidentDeService.Acte]()
        }
      try ecriture.ajouter(actes, to: &fiche, trace: trace)
    } catch is Refus {}
  }
}

extension Avis.Destinataire {
  /// `poste-031012`, `etude-E3101`, `direction-31`, `cl1a`.
  var code: String {
    switch self {
    case .poste(let codique): "poste-\(codique)"
    case .etude(let code): "etude-\(code)"
    case .direction(let departement): "direction-\(departement)"
    case .cl1a: "cl1a"
    }
  }

  init?(code: String) {
    let parts = code.split(separator: "-", maxSplits: 1).map(String.init)
    let value = parts.count == 2 ? parts[1] : ""
    switch parts.first {
    case "poste": if let codique = Codique(value) { self = .poste(codique) } else { return nil }
    case "etude": if let code = CodeEtude(value) { self = .etude(code) } else { return nil }
    case "direction": if let departement = Departement(value) { self = .direction(departement) } else { return nil }
    case "cl1a" where parts.count == 1: self = .cl1a
    default: return nil
    }
  }
}
