import Convention
import Generation
import Interface

/// The judicial recoveries of the simulation: what was done, what the centre must have refused, what its returns told of it.
public struct LivreJudiciaire: Hashable, Sendable, Codable {
  /// Judicial demands that take up an amicable phase, sent under a new number.
  public var reprises = Livre.Compte()
  /// Acts that the centre must accept, by code; those told in its returns (92).
  public var actes: [String: Int] = [:]
  public var actesLus: [String: Int] = [:]
  /// Procès-verbaux de carence by reason, and those that the debtor did not sign.
  public var carences: [String: Int] = [:]
  public var carencesNonSignees = 0
  /// Requests to the comptable by object (V, O, M), his answers by object and event: « V16 » grants, « V17 » refuses.
  public var demandesDAccord: [String: Int] = [:]
  public var reponses: [String: Int] = [:]
  /// Doors forced above the director's threshold, without permission.
  public var ouverturesAuSeuil = 0
  /// Forms, progress reports, rectifications.
  public var formulaires = 0
  public var comptesRendus = 0
  public var rectifications = 0
  /// Those of demands whose exploitation reads version 2, and what its returns told (96 to 98), by type.
  public var rapportes: [String: Int] = [:]
  public var rapportesLus: [String: Int] = [:]
  /// Messages that the centre must keep without effect, by the code of the refusal.
  public var refus: [String: Int] = [:]
  /// Paid to études on judicial demands, and what came back unpaid.
  public var encaissements = Livre.Compte()
  public var impayes = Livre.Compte()
  /// Demands where no étude has a contract any more: the rejects 405 due, and those read.
  public var rejetsSansContrat = 0
  public var rejetsSansContratLus = 0

  /// What the returns tell to the comptable.
  mutating func lire(_ record: Enregistrement) {
    switch record.codeType {
    case "92": actesLus[record.texte("code_acte") ?? "", default: 0] += 1
    case "96", "97", "98": rapportesLus[record.codeType, default: 0] += 1
    default: return
    }
  }

  /// What an étude sends, and the centre must accept.
  /// - Parameter estRapporte: the exploitation reads what only version 2 says.
  mutating func noter(_ ligne: Ligne, estRapporte: Bool) {
    switch ligne.type {
    case "67": demandesDAccord[ligne.texte("objet_autorisation") ?? "", default: 0] += 1
    case "68": noter(acte: ligne)
    case "71":
      formulaires += 1
      if estRapporte { rapportes["97", default: 0] += 1 }
    case "72":
      comptesRendus += 1
      if estRapporte { rapportes["96", default: 0] += 1 }
    case "73":
      rectifications += 1
      if estRapporte { rapportes["98", default: 0] += 1 }
    default: return
    }
  }

  private mutating func noter(acte ligne: Ligne) {
    actes[ligne.texte("code_acte") ?? "", default: 0] += 1
    guard let motif = ligne.texte("motif_carence") else { return }
    carences[motif, default: 0] += 1
    if ligne.texte("signature_debiteur") == "N" { carencesNonSignees += 1 }
  }
}

/// What an étude was given and what it recovered: its results against its objectives (art. 9, R028).
public struct ResultatDEtude: Hashable, Sendable, Codable {
  /// Dossiers handed to it, whatever became of them.
  public internal(set) var remis = Livre.Compte()
  /// Received on them and not given back, in cents.
  public internal(set) var recouvre: Int64 = 0
  public init() {}
}
