/// The contract of a département and an étude, as it stands on a day: without it, no exchange (art. 1, al. 3; cahier 2,
/// al. 3; R004, R080). What changes it over time is told by `HistoireDeContrat`.
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
  /// Objectives of recovery by nature of claim, in hundredths of a percent, from the first day on (art. 9, R028).
  public var objectifs: [String: Int]
  private var clausesEcrites: Clauses?

  public init(
    du: Jour, au: Jour? = nil, signatures: Signatures? = nil, denonceLe: Jour? = nil,
    resilieLe: Jour? = nil, dureeComminatoireDays: Int? = nil, dureeJudiciaireDays: Int? = nil,
    importTableur: Bool = false, objectifs: [String: Int] = [:], clauses: Clauses = Clauses()
  ) {
    self.du = du
    self.au = au ?? ContratDepartemental.terme(from: du)
    self.signatures = signatures
    self.denonceLe = denonceLe
    self.resilieLe = resilieLe
    self.dureeComminatoireDays = dureeComminatoireDays ?? Bareme.delaiComminatoireDays.value(on: du)
    self.dureeJudiciaireDays = dureeJudiciaireDays ?? Bareme.delaiJudiciaireDays.value(on: du)
    self.importTableur = importTableur
    self.objectifs = objectifs
    self.clauses = clauses
  }

  /// What is agreed beside dates and delays. Nothing agreed is nothing written: contracts stored before keep their bytes.
  public var clauses: Clauses {
    get { clausesEcrites ?? Clauses() }
    set { clausesEcrites = newValue == Clauses() ? nil : newValue }
  }

  /// Art. 19 (R069): the last day of a period that begins on a day, by quantième: 15/12/2010 gives 14/12/2013.
  public static func terme(from du: Jour) -> Jour {
    du.end(ofMonths: 12 * Bareme.dureeContratYears.value(on: du))
  }

  /// Art. 18 (R068): the last day of a contract whose denunciation was notified on a day.
  public static func effetDenonciation(notifieeLe jour: Jour) -> Jour {
    jour.adding(months: Bareme.preavisDenonciationMonths.value(on: jour))
  }

  /// Art. 21, al. 2 (R072): the last day of a contract whose termination was notified on a day.
  public static func effetResiliation(notifieeLe jour: Jour) -> Jour {
    jour.adding(months: Bareme.effetResiliationMonths.value(on: jour))
  }

  /// The last day on which it has effect: its term, or the effect of a denunciation or a termination if sooner.
  ///
  /// Reading: a delay in months ends at midnight of its last day (art. 641 and 642 CPC), so a contract denounced on
  /// 31 August still holds on 28 February.
  public var lastDay: Jour { fin.le }

  /// The last day and what makes it so; on a same day, the term before the termination before the denunciation.
  public var fin: FinDeContrat {
    let resiliation = resilieLe.map {
      FinDeContrat(le: ContratDepartemental.effetResiliation(notifieeLe: $0), cause: .resiliation)
    }
    let denonciation = denonceLe.map {
      FinDeContrat(le: ContratDepartemental.effetDenonciation(notifieeLe: $0), cause: .denonciation)
    }
    return [resiliation, denonciation].compactMap(\.self)
      .reduce(FinDeContrat(le: au, cause: .terme)) { $1.le < $0.le ? $1 : $0 }
  }

  /// In force and complete on that day.
  public func isActive(on jour: Jour) -> Bool {
    isComplete && du <= jour && jour <= lastDay
  }

  /// Art. 1, al. 3 and note 1 (R004–R005), cahier 1 (R077): every signature is there, and the engagement of the étude.
  public var isComplete: Bool {
    let signed = signatures?.isComplete(under: clauses.autorite) ?? true
    return signed && clauses.engagement != .attendu
  }

  /// Art. 1, al. 2 (R003): an older demand belongs to the former convention. 405: active on the day of the demand, and
  /// not ended on the day the file was issued.
  public func accepts(demandeDu: Jour, emiseLe: Jour) -> Bool {
    ConventionNationale.enVigueur.governs(demandeDu) && isActive(on: demandeDu) && emiseLe <= lastDay
  }

  /// Length in days of a phase for a new dossier (art. 9 and 10); an open dossier keeps what its hand-over gave it.
  public func delaiDays(_ phase: Phase) -> Int {
    switch phase {
    case .comminatoire: dureeComminatoireDays
    case .judiciaire: dureeJudiciaireDays
    }
  }
}
