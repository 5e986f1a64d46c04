/// The contract of a département and an étude: without it, no exchange (art. 1, al. 3; cahier 2, al. 3; R004, R080).
public struct ContratDepartemental: Hashable, Sendable, Codable {
  /// Who signed, and when; nil when the contract was declared as already complete.
  public var signatures: Signatures?
  /// First day.
  public var du: Jour
  /// Last day; nil if it was not declared: three years, art. 19 (R069).
  public var au: Jour
  /// Denunciation by either signatory, the day it was notified (art. 18, R068).
  public var denonceLe: Jour?
  /// Termination by the director, the day it was notified (art. 21, R071–R072).
  public var resilieLe: Jour?
  /// Length of the phase comminatoire in days (art. 9; 60 after missed objectives, R030).
  public var dureeComminatoireDays: Int
  /// Length of the judicial recovery in days (art. 10).
  public var dureeJudiciaireDays: Int
  /// The departmental agreement allows transmission by spreadsheet (annexe II.1.2, R139).
  public var importTableur: Bool
  /// Objectives of recovery by nature of claim, in hundredths of a percent (art. 9, R028).
  public var objectifs: [String: Int]

  public init(
    du: Jour, au: Jour? = nil, signatures: Signatures? = nil, denonceLe: Jour? = nil,
    resilieLe: Jour? = nil, dureeComminatoireDays: Int? = nil, dureeJudiciaireDays: Int? = nil,
    importTableur: Bool = true, objectifs: [String: Int] = [:]
  ) {
    self.du = du
    self.au = au ?? du.adding(months: 12 * Bareme.dureeContratYears.value(on: du)).adding(days: -1)
    self.signatures = signatures
    self.denonceLe = denonceLe
    self.resilieLe = resilieLe
    self.dureeComminatoireDays = dureeComminatoireDays ?? Bareme.delaiComminatoireDays.value(on: du)
    self.dureeJudiciaireDays = dureeJudiciaireDays ?? Bareme.delaiJudiciaireDays.value(on: du)
    self.importTableur = importTableur
    self.objectifs = objectifs
  }

  /// The last day on which it has effect: its term, or the effect of a denunciation or a termination if sooner.
  ///
  /// Reading: a delay in months ends at midnight of its last day (art. 641 and 642 CPC), so a contract denounced on
  /// 31 August still holds on 28 February.
  public var lastDay: Jour {
    let denonciation = denonceLe.map {
      $0.adding(months: Bareme.preavisDenonciationMonths.value(on: $0))
    }
    let resiliation = resilieLe.map {
      $0.adding(months: Bareme.effetResiliationMonths.value(on: $0))
    }
    return [au, denonciation, resiliation].compactMap { $0 }.min() ?? au
  }

  /// In force and complete on that day.
  public func isActive(on jour: Jour) -> Bool {
    isComplete && du <= jour && jour <= lastDay
  }

  /// Art. 1, al. 3 and note 1 (R004–R005): every signature is there.
  public var isComplete: Bool { signatures?.isComplete ?? true }

  /// Art. 1, al. 2 (R003): an older demand belongs to the former convention. 405: active on the day of the demand, and not ended on the day the file was issued.
  public func accepts(demandeDu: Jour, emiseLe: Jour) -> Bool {
    ConventionNationale.enVigueur.governs(demandeDu) && isActive(on: demandeDu) && emiseLe <= lastDay
  }

  public func delaiDays(_ phase: Phase) -> Int {
    switch phase {
    case .comminatoire: dureeComminatoireDays
    case .judiciaire: dureeJudiciaireDays
    }
  }
}

/// The signatures of a contract (art. 1, al. 3 and note 1).
public struct Signatures: Hashable, Sendable, Codable {
  public var prefet: Jour?
  /// The DDFiP or DRFiP director.
  public var directeur: Jour?
  /// Where no such director exists, the TPG and the DSF sign together (R005).
  public var tresorierPayeurGeneral: Jour?
  public var directeurServicesFiscaux: Jour?
  /// The huissier, or the legal representative of the structure.
  public var huissier: Jour?

  public init(
    prefet: Jour? = nil, directeur: Jour? = nil, tresorierPayeurGeneral: Jour? = nil,
    directeurServicesFiscaux: Jour? = nil, huissier: Jour? = nil
  ) {
    self.prefet = prefet
    self.directeur = directeur
    self.tresorierPayeurGeneral = tresorierPayeurGeneral
    self.directeurServicesFiscaux = directeurServicesFiscaux
    self.huissier = huissier
  }

  public var isComplete: Bool {
    let direction = directeur != nil || (tresorierPayeurGeneral != nil && directeurServicesFiscaux != nil)
    return prefet != nil && direction && huissier != nil
  }
}
