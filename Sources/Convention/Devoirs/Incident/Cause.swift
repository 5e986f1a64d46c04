/// Why the service failed, from a closed list, each with its evidence (cahier 5, al. 2; R093–R097).
public enum Cause: Hashable, Sendable, Codable {
  public enum Fournisseur: String, Hashable, Sendable, Codable, CaseIterable {
    case dgfip, comptable, etude
    public var libelle: String {
      switch self {
      case .dgfip: "la DGFiP"
      case .comptable: "un comptable"
      case .etude: "une étude"
      }
    }
  }

  case centre(constat: TexteLibre)
  /// Wrong data, with the fingerprints of what came in and of what went out (R094).
  case donneesErronees(de: Fournisseur, entree: EmpreinteSHA256, sortie: EmpreinteSHA256)
  /// Misuse by a comptable, with the day of the training of his poste, if any (R095).
  case usage(poste: Codique, formation: Jour?)
  case telecommunications(constat: TexteLibre)
  case tiers(constat: TexteLibre)
  case dgfip(constat: TexteLibre)
  /// A user's equipment that lacks the prerequisites (R097).
  case environnement(verification: VerificationEnvironnement)
  /// An étude that gave nothing, or was negligent, with the reminders it received (R093, R182).
  case etude(code: CodeEtude, relances: Int)

  public var libelle: String {
    switch self {
    case .centre: "le centre serveur"
    case .donneesErronees(let fournisseur, _, _): "des données erronées fournies par \(fournisseur.libelle)"
    case .usage(let poste, _): "l’usage fait par le poste \(poste)"
    case .telecommunications: "le réseau de télécommunications"
    case .tiers: "le fait d’un tiers"
    case .dgfip: "le fait de la DGFiP"
    case .environnement(let verification): "l’environnement informatique du poste \(verification.poste)"
    case .etude(let code, _): "la négligence ou le silence de l’étude \(code)"
    }
  }

  /// The evidence in a line.
  public var preuve: String {
    switch self {
    case .centre(let constat), .telecommunications(let constat), .tiers(let constat), .dgfip(let constat):
      constat.texte
    case .donneesErronees(_, let entree, let sortie):
      entree == sortie
        ? "empreintes d’entrée et de sortie égales (\(entree))"
        : "empreinte d’entrée \(entree), de sortie \(sortie) : altération"
    case .usage(_, let formation):
      formation.map { "formation du \($0.texte)" } ?? "aucune formation"
    case .environnement(let verification): verification.texte
    case .etude(_, let relances): "\(relances) relance\(abs(relances) > 1 ? "s" : "") du centre"
    }
  }
}
