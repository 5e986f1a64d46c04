/// What an étude did, or received, on a judicial dossier, as its liquidation takes it.
public enum PrestationJudiciaire: Hashable, Sendable {
  /// An act signified or a formality, on the amount aimed at (art. 16, al. 1).
  case acte(code: String, le: Jour, vise: Montant)
  /// The comptable suspended or interrupted; the form that says so, by its reference (art. 16, al. 2).
  case suspension(le: Jour, retour: String?)
  /// A new address given after an intervention, by its postal code (art. 16, al. 4).
  case nouvelleAdresse(le: Jour, CodePostal)
  /// Paid to the étude or the comptable, on the debt (art. 16, al. 3).
  case paiement(le: Jour, Montant)
  /// Art. 16, al. 5: billed, it is refused.
  case disparition(le: Jour)

  public var jour: Jour {
    switch self {
    case .acte(_, let jour, _), .suspension(let jour, _), .nouvelleAdresse(let jour, _), .paiement(let jour, _),
      .disparition(let jour):
      jour
    }
  }

  /// On one day, the acts come before what follows them.
  var ordre: Int {
    switch self {
    case .acte: 0
    case .suspension, .nouvelleAdresse, .paiement, .disparition: 1
    }
  }

  /// An act reported by an étude; without an amount aimed at, or zero, that of the demand.
  public init(_ fait: ActeSignale, demande: Demande) {
    self = .acte(code: fait.acte.code, le: fait.entete.fait, vise: fait.acte.creanceVisee(of: demande))
  }
}

/// The dossier whose services are liquidated.
public struct CadreDeLiquidation: Hashable, Sendable {
  /// The key of the dossier, as a text.
  public let dossier: String
  public let phase: Phase
  public let etatPoursuites: String
  public let territoire: TerritoireFiscal
  /// Where the étude is competent, for the flat sum of a new address.
  public let ressort: Set<CodePostal>

  public init(
    dossier: String, phase: Phase, etatPoursuites: String, territoire: TerritoireFiscal, ressort: Set<CodePostal>
  ) {
    self.dossier = dossier
    self.phase = phase
    self.etatPoursuites = etatPoursuites
    self.territoire = territoire
    self.ressort = ressort
  }
}
