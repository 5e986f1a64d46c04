/// The last day of a phase, counted from its day 0: the reception by the étude, or what its contract chose.
///
/// Art. 9, al. 1 (R027): calendar days, without postponement. Art. 10, al. 1 (R032): postponed to the first working day of the
/// place (art. 642 CPC).
public struct TermeDePhase: Hashable, Sendable {
  public let reception: Jour
  public let jourZero: Jour
  /// What chose the day 0 of the phase comminatoire.
  public let depart: DepartDuDelai
  public let phase: Phase
  /// Length in days: the contract's, or what the convention gives that day.
  public let dureeDays: Int
  /// Where its holidays are; nil for the national ones only.
  public let departement: Departement?

  public init(
    reception: Jour, _ phase: Phase, dureeDays: Int? = nil, _ departement: Departement? = nil,
    jourZero: Jour? = nil, depart: DepartDuDelai = .defaut
  ) {
    self.jourZero = jourZero ?? reception
    self.depart = depart
    self.reception = reception
    self.phase = phase
    self.dureeDays = dureeDays ?? phase.delai.value(on: reception)
    self.departement = departement
  }

  private var sansReport: Jour { jourZero.adding(days: dureeDays) }

  public var jour: Jour {
    switch phase {
    case .comminatoire: sansReport
    case .judiciaire: JoursFeries(departement: departement).postponed(sansReport)
    }
  }

  public var explication: Explication {
    Explication(
      "Terme de la phase", regle: "TermeDePhase", articles: [phase.article] + (jour == sansReport ? [] : [.report]),
      exigences: [phase.exigence], politique: lecture,
      donnees: [
        .init("Réception", reception.texte), .init("Jour 0", jourZero.texte),
        .init("Durée au contrat, le jour de la remise", "\(dureeDays) jours"),
      ], valeurs: valeurs,
      calcul: ["\(jourZero.texte) + \(dureeDays) jours = \(sansReport.texte)"]
        + (jour == sansReport ? [] : ["\(sansReport.texte) n’est pas ouvrable : reporté au \(jour.texte)"]),
      resultat: jour.texte)
  }

  /// The dated value that gives this length; none where the contract chose another, which stands among the data.
  private var valeurs: [ValeurAppliquee] {
    ([phase.delai] + (phase == .comminatoire ? [Bareme.delaiComminatoireReduitDays] : []))
      .filter { $0.value(on: reception) == dureeDays }.map { $0.appliquee(on: reception) }
  }

  private var lecture: String {
    switch phase {
    case .comminatoire: "Le délai court \(depart.libelle), ce jour étant le jour 0 ; jours civils, sans report."
    case .judiciaire:
      "Le jour de la réception est le jour 0 ; le terme d’un acte de procédure est reporté au premier jour ouvrable."
    }
  }
}

extension Phase {
  fileprivate var delai: Dated<Int> {
    switch self {
    case .comminatoire: Bareme.delaiComminatoireDays
    case .judiciaire: Bareme.delaiJudiciaireDays
    }
  }

  fileprivate var article: Article {
    switch self {
    case .comminatoire: Article(9, alinea: 1)
    case .judiciaire: Article(10, alinea: 1)
    }
  }

  fileprivate var exigence: String {
    switch self {
    case .comminatoire: "R027"
    case .judiciaire: "R032"
    }
  }
}

extension Article {
  /// The postponement of a delay to the first working day.
  static let report = Article(.codeProcedureCivile, "642")
}
