import Convention
import Generation

/// What an étude sometimes does wrong in court, and what the centre must answer.
enum ActeInterdit: Hashable, Sendable, CaseIterable {
  case autreEtat, procesVerbalInexistant, carenceSansMotif, carenceInjustifiee, deniersPartiels, venteSansAccord
  case venteSansSaisie, autreMesure, portesForcees, formulaireSansSuspension, messageInconnu, encaissementRectifie
  /// Handed back before the form of a suspension.
  case finSansFormulaire
  /// A request of the judicial recovery on an amicable dossier.
  case accordAmiable

  /// What one may try at any time in court.
  static let auHasard: [ActeInterdit] = allCases.filter { $0 != .finSansFormulaire && $0 != .accordAmiable }

  enum Reponse: Hashable, Sendable {
    /// The record is rejected by the format.
    case rejet
    /// The message is kept without effect, and the exploitant is told the refusal of that code.
    case refus(String)
  }

  var reponse: Reponse {
    switch self {
    case .procesVerbalInexistant, .carenceSansMotif, .carenceInjustifiee: .rejet
    case .autreEtat: .refus("R-20")
    case .deniersPartiels: .refus("R-25")
    case .venteSansAccord: .refus("R-26")
    case .venteSansSaisie: .refus("R-27")
    case .autreMesure: .refus("R-28")
    case .portesForcees: .refus("R-29")
    case .finSansFormulaire: .refus("R-79")
    case .accordAmiable: .refus("R-110")
    case .formulaireSansSuspension: .refus("R-112")
    case .encaissementRectifie: .refus("R-113")
    case .messageInconnu: .refus("R-114")
    }
  }

  /// 71 to 73 and forced doors are told from version 2 of the format on.
  var version: Int {
    switch self {
    case .portesForcees, .formulaireSansSuspension, .messageInconnu, .encaissementRectifie, .finSansFormulaire: 2
    case .autreEtat, .procesVerbalInexistant, .carenceSansMotif, .carenceInjustifiee, .deniersPartiels,
      .venteSansAccord,
      .venteSansSaisie, .autreMesure, .accordAmiable:
      1
    }
  }

  /// What is written; nil where it would not be forbidden.
  /// - Parameter paiement: number of the message of a payment that still counts.
  func acte(_ dossier: DossierSuivi, paiement: Int64?) -> ActeDEtude? {
    guard let poursuite = dossier.poursuite else { return self == .accordAmiable ? .poursuite(.vendre) : nil }
    switch self {
    case .autreEtat: return .poursuite(.acte(code: "042", etat: "EP-1999-000001"))
    case .procesVerbalInexistant: return .poursuite(.acte(code: "092"))
    case .carenceSansMotif: return .poursuite(.carence(CarenceFictive(motif: nil)))
    case .carenceInjustifiee:
      let cost = Montant(cents: 300_00)
      return .poursuite(.carence(CarenceFictive(motif: "3", valeur: cost, cout: cost)))
    case .deniersPartiels: return .poursuite(.acte(code: "51D"))
    case .venteSansAccord:
      return poursuite.admet("SVT") && !poursuite.venteAccordee ? .poursuite(.acte(code: "012")) : nil
    case .venteSansSaisie: return poursuite.aSaisi ? nil : .poursuite(.vendre)
    case .autreMesure:
      let code = poursuite.mesure == "SVT" ? "050" : "051"
      return PoursuiteSuivie.mesure(code).map(poursuite.admet) == false ? .poursuite(.acte(code: code)) : nil
    case .portesForcees:
      return poursuite.admet("SVT") && !poursuite.ouverturePermise
        ? .poursuite(.acte(code: "051", portesForcees: true)) : nil
    case .formulaireSansSuspension: return dossier.attendFormulaire ? nil : .poursuite(.retour)
    case .messageInconnu: return .poursuite(.rectification(message: 999))
    case .encaissementRectifie: return paiement.map { .poursuite(.rectification(message: $0)) }
    case .finSansFormulaire: return dossier.attendFormulaire ? .fin(motif: "09") : nil
    case .accordAmiable: return nil
    }
  }
}
