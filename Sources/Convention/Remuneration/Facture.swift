/// An invoice of an étude for the judicial recovery: the fold of its facts.
///
/// Art. 12 ▸1, 16 and 17 (R016, R061, R066, R067). Its reception by the director starts the thirty days.
public struct Facture: Histoire {
  public enum Acte: Hashable, Sendable, Codable {
    /// Checked; with the first day of the contract, which chooses the regime of its interest.
    case emise(projet: ProjetDeFacture, contratDu: Jour)
    case recue(le: Jour, limite: Jour)
    case payee(le: Jour, montant: Montant)
    case rejetee(le: Jour, motif: String)
    case interetsReclames(le: Jour, interets: InteretsMoratoires)
    case interetsPayes(le: Jour, montant: Montant)
  }

  public enum Etat: String, Hashable, Sendable, Codable, CaseIterable {
    case emise = "EMISE"
    case recue = "RECUE"
    case payee = "PAYEE"
    case rejetee = "REJETEE"

    public var libelle: String {
      switch self {
      case .emise: "émise"
      case .recue: "reçue, à payer"
      case .payee: "payée"
      case .rejetee: "rejetée"
      }
    }
  }

  public struct Paiement: Hashable, Sendable {
    public let jour: Jour
    public let montant: Montant
  }

  public static let genre = GenreDHistoire.facture

  public let projet: ProjetDeFacture
  public let contratDu: Jour
  public private(set) var etat = Etat.emise
  public private(set) var reception: Jour?
  /// The last day to pay, once received.
  public private(set) var limite: Jour?
  public private(set) var paiements: [Paiement] = []
  public private(set) var motifDeRejet: String?
  /// What was last claimed.
  public private(set) var interetsReclames: InteretsMoratoires?
  /// The day of the first claim.
  public private(set) var reclamesLe: Jour?
  public private(set) var paiementsDInterets: [Paiement] = []

  public init?(_ premier: Acte) {
    guard case .emise(let projet, let contratDu) = premier else { return nil }
    self.projet = projet
    self.contratDu = contratDu
  }

  public mutating func apply(_ acte: Acte) {
    switch acte {
    case .emise: break
    case .recue(let jour, let limite):
      etat = .recue
      reception = jour
      self.limite = limite
    case .payee(let jour, let montant):
      paiements.append(Paiement(jour: jour, montant: montant))
      if resteAPayer <= .zero { etat = .payee }
    case .rejetee(_, let motif):
      etat = .rejetee
      motifDeRejet = motif
    case .interetsReclames(let jour, let interets):
      interetsReclames = interets
      reclamesLe = reclamesLe ?? jour
    case .interetsPayes(let jour, let montant): paiementsDInterets.append(Paiement(jour: jour, montant: montant))
    }
  }

  /// With tax.
  public var montant: Montant { projet.total.ttc }
  public var resteAPayer: Montant { paiements.reduce(montant) { $0 - $1.montant } }
  public var interetsPayes: Montant { paiementsDInterets.reduce(.zero) { $0 + $1.montant } }
  /// Interest and flat sum claimed and not paid (art. 17, R067).
  public var resteDInterets: Montant { max(.zero, (interetsReclames?.total ?? .zero) - interetsPayes) }

  /// The limit is the date that counts while something is left to pay.
  public var resume: ResumeDHistoire {
    ResumeDHistoire(
      cle: "\(projet.etude)-\(projet.numero)",
      libelle: "Facture \(projet.numero) de l’étude \(projet.etude), \(etat.libelle)", etat: etat.rawValue,
      etude: projet.etude, departement: projet.departement, echeance: etat == .recue ? limite : nil, montant: montant)
  }
}
