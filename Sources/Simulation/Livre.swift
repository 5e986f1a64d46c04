import Convention
import Interface

/// What the debtors really paid and what was sent wrong on purpose: the books against which the centre's are checked.
public struct Livre: Hashable, Sendable, Codable {
  /// Payments, in cents.
  public struct Compte: Hashable, Sendable, Codable {
    public private(set) var nombre = 0
    public private(set) var cents: Int64 = 0
    public init() {}
    mutating func add(_ montant: Montant) {
      nombre += 1
      cents += montant.cents
    }
  }

  public var demandes = Compte()
  /// Paid to études towards the debts, and what came back unpaid.
  public var etudes = Compte()
  public var impayesDesEtudes = Compte()
  /// Études' own fees, tax included, on the payments kept.
  public var fraisDesEtudes: Int64 = 0
  /// Paid at the postes, and what came back unpaid.
  public var guichets = Compte()
  public var impayesDesGuichets = Compte()
  /// Records that a centre must reject, files that it must refuse or know again.
  public var rejetsVoulus = 0
  public var fichiersFautifs = 0
  public var fichiers = 0
  /// Rejects and refusals read in the answers of the centre.
  public var rejetsLus = 0
  public var fichiersRefuses = 0
  /// The judicial recoveries.
  public var judiciaire = LivreJudiciaire()
  /// What each étude was given and what it recovered, by code.
  public var resultats: [String: ResultatDEtude] = [:]

  /// What the centre answers of a file (05) or of one of its records (95).
  mutating func lire(_ record: Enregistrement) {
    switch record.codeType {
    case "05":
      if let statut = record.texte("statut_fichier"), statut != "A", statut != "P" { fichiersRefuses += 1 }
    case "95":
      rejetsLus += 1
      if record.texte("code_anomalie") == "405" { judiciaire.rejetsSansContratLus += 1 }
    default: judiciaire.lire(record)
    }
  }
}
