/// What an étude asked the comptable before going on, and his answer (art. 10, al. 3, 6 and 7; R035, R039, R040).
public struct Autorisation: Hashable, Sendable {
  /// The raw value is the code of the list `objet_autorisation`.
  public enum Objet: String, Hashable, Sendable, Codable, CaseIterable {
    case vente = "V"
    case ouverture = "O"
    case mesure = "M"
  }

  public enum Reponse: Hashable, Sendable {
    case attendue
    case accordee(le: Jour)
    case refusee(le: Jour)
  }

  public let demandee: AutorisationDemandee
  public let reponse: Reponse
  public var objet: Objet? { Objet(rawValue: demandee.demande.objet) }
  public var estAccordee: Bool {
    if case .accordee = reponse { true } else { false }
  }
  /// Art. 10, al. 6: the comptable answers « dans les plus brefs délais ».
  public var attendReponse: Bool { reponse == .attendue }
}

extension Dossier {
  /// Each request with the last answer that still counts: event 16 grants, 17 refuses.
  ///
  /// Only an answer that came after the request: numbers are unique within an étude, and another one may have asked under the same.
  public var autorisations: [Autorisation] {
    let active = Set(actualisations.actives.map(\.numero))
    return poursuites.requetes.map { asked in
      let answer = actualisations.recues.dropFirst(asked.actualisationsAvant).last { item in
        item.messageEtude == asked.fait.entete.numero && ["16", "17"].contains(item.code)
          && active.contains(item.numero)
      }
      return Autorisation(demandee: asked.fait, reponse: answer.map(Dossier.reponse) ?? .attendue)
    }
  }

  private static func reponse(_ answer: Actualisation) -> Autorisation.Reponse {
    answer.code == "16" ? .accordee(le: answer.date) : .refusee(le: answer.date)
  }

  func isGranted(_ objet: Autorisation.Objet, _ mesure: String? = nil) -> Bool {
    autorisations.contains { item in
      item.objet == objet && item.estAccordee && (mesure == nil || item.demandee.demande.mesure == mesure)
    }
  }
}
