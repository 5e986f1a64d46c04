import Centre
import Convention
import Registre

/// The centre's own duties, seen by whom they are owed to and kept by the exploitant (cahier 3 to 5; annexe qualité II.2 and III).
enum Devoirs {
  static let routes =
    PageDesDevoirs.routes + PageDesIncidents.routes + PageDUnIncident.routes + FormulaireDIncident.routes
    + PageDuRapport.routes + PageDesSollicitations.routes + PageDUneSollicitation.routes + AideEtContact.routes
}

extension Requete {
  /// A duty done, alone on the base.
  func accomplir<T: Sendable>(
    _ auteur: String, _ body: @escaping @Sendable (DevoirsDuCentre) async throws -> T
  ) async throws -> T {
    let devoirs = DevoirsDuCentre(centre, par: auteur)
    return try await seul { try await body(devoirs) }
  }
}

extension Champ {
  /// What a person writes in her own words.
  static func libre(_ nom: String, _ libelle: String, aide: String? = nil, valeur: String = "") -> Champ {
    Champ(nom, libelle, .zone(lignes: 4), valeur: valeur, aide: aide, requis: true, longueur: 2_000)
  }

  /// An instant, as a day and a time of that day.
  static func instant(_ nom: String, _ libelle: String, requis: Bool = true) -> [Champ] {
    [
      Champ(nom, "\(libelle), jour", .jour, aide: "Jour, mois, année : 23/11/2026.", requis: requis, longueur: 10),
      Champ("\(nom)_heure", "\(libelle), heure", aide: "Heures et minutes : 14:30.", requis: requis, longueur: 5),
    ]
  }
}

extension LectureDeSaisie {
  /// The text typed, its ends of lines kept; noted when empty.
  mutating func libre(_ nom: String) -> String {
    let texte = formulaire[nom]
    if texte.isEmpty { noter(nom, "Écrivez quelques mots.") }
    return texte
  }

  /// The two fields of ``Champ/instant(_:_:requis:)``; nil without a fault when neither is required nor filled in.
  mutating func instantLu(_ nom: String, requis: Bool = true) -> Instant? {
    let time = formulaire["\(nom)_heure"]
    guard requis || formulaire.rempli(nom) != nil || !time.isEmpty else { return nil }
    let jour = jourLu(nom)
    let parts = time.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let hour = parts[0], let minute = parts[1], (0...23).contains(hour),
      (0...59).contains(minute)
    else {
      noter("\(nom)_heure", "Cette heure ne se lit pas : écrivez-la ainsi, 14:30.")
      return nil
    }
    return jour.map { Instant($0, heure: hour, minute: minute) }
  }

  /// Codes separated by spaces, commas or ends of lines.
  mutating func codes<Code: Identifiant>(_ nom: String, _ type: Code.Type) -> Set<Code> {
    let words = formulaire[nom].uppercased().split { $0.isWhitespace || $0 == "," || $0 == ";" }.map(String.init)
    for word in words where Code(word) == nil { noter(nom, "« \(word) » ne se lit pas : corrigez ce code.") }
    return Set(words.compactMap { Code($0) })
  }
}

extension Annonce {
  /// Why a form did nothing: each fault at its field, or what the convention answers.
  static func refus(_ champs: [Champ], _ fautes: [String: String], _ refus: String?) -> Annonce? {
    guard refus != nil || !fautes.isEmpty else { return nil }
    return Annonce(
      .refus, refus ?? "Rien n’est enregistré : corrigez ce qui suit.",
      fautes: champs.compactMap { champ in champ.erreur.map { (champ.id, "\(champ.libelle) : \($0)") } })
  }
}

// How a state is coloured, besides its word.

extension IncidentDeService.Mot {
  var ton: Annonce.Ton {
    switch self {
    case .enCours: .refus
    case .prevu, .retabli: .alerte
    case .clos, .abandonne: .fait
    }
  }
}

extension Formation.Mot {
  var ton: Annonce.Ton {
    switch self {
    case .prevue, .tenue: .alerte
    case .close, .annulee: .fait
    }
  }
}

extension Sollicitation.Mot {
  var ton: Annonce.Ton {
    switch self {
    case .ouverte: .refus
    case .repondue, .close: .fait
    }
  }
}
