extension HistoireDeContrat {
  /// Art. 9, al. 2 (R029–R030): after missed objectives, termination or a shorter phase at the renewal.
  ///
  /// Reading: « peut » leaves a third way, to go on as before, which is recorded with its report like the others and asks
  /// for no missed target.
  public func decider(
    _ choix: DecisionSurObjectifs.Choix, bilan: BilanDesObjectifs, rapport: RapportSurObjectifs,
    approbations: [QualiteDeSignataire], le: Jour, on jour: Jour
  ) throws(Refus) -> [Acte] {
    try requireOpen(for: max(le, rapport.ecrit.date), on: jour)
    try requireComplete(on: le)
    guard rapport.estJoint else { throw Refus(.rapportAbsent, under: Article(9, alinea: 2)) }
    guard choix == .maintien || bilan.estManque else {
      throw Refus(.objectifsNonManques, under: Article(9, alinea: 2))
    }
    try autorite.requireApproval(by: approbations)
    return [
      .decisionSurObjectifs(
        DecisionSurObjectifs(
          choix: choix, decideLe: le, rapport: rapport, manques: bilan.manques, approbations: approbations))
    ]
  }

  /// How long the phase comminatoire is in a renewed contract.
  public enum DureeReconduite: String, Hashable, Sendable, CaseIterable {
    /// That of the contract when it was concluded, also after a shorter period.
    case ordinaire
    /// Art. 9, al. 2: sixty days, after a decision on missed objectives.
    case reduite

    /// As a page writes it.
    public var libelle: String {
      switch self {
      case .ordinaire: "durée du contrat à sa conclusion"
      case .reduite: "durée réduite, après des objectifs manqués"
      }
    }

    /// In days, for a period that begins on a day.
    func days(in contrat: ContratDepartemental, on du: Jour) -> Int {
      switch self {
      case .ordinaire: contrat.dureeComminatoireDays
      case .reduite: Bareme.delaiComminatoireReduitDays.value(on: du)
      }
    }
  }

  /// Art. 19 (R069): three more years from the day after the term, by an express decision in writing, at the term at the
  /// latest; nothing renews itself. Open dossiers keep the length of their hand-over (R030).
  public func renouveler(
    _ duree: DureeReconduite, decision: Ecrit, approbations: [QualiteDeSignataire], on jour: Jour
  ) throws(Refus) -> [Acte] {
    guard decision.estCite else { throw Refus(.reconductionTacite, under: Article(19)) }
    try requireOpen(for: decision.date, on: jour)
    try requireComplete(on: decision.date)
    guard denonceLe == nil, resilieLe == nil, let last = periodes.last, last.du <= decision.date else {
      throw Refus(.nonReconductible, under: Article(19))
    }
    try autorite.requireApproval(by: approbations)
    let decidee = try reduction(duree)
    let du = last.au.adding(days: 1)
    let periode = Periode(
      du: du, au: ContratDepartemental.terme(from: du), dureeComminatoireDays: duree.days(in: valeur, on: du),
      decideeLe: decision.date)
    let fait = Reconduction(
      decision: decision, approbations: approbations, periode: periode, rapport: decidee?.rapport)
    return [.renouvele(fait)]
  }

  /// The decision that shortens the phase, nil for an ordinary renewal.
  private func reduction(_ duree: DureeReconduite) throws(Refus) -> DecisionSurObjectifs? {
    switch duree {
    case .ordinaire: return nil
    case .reduite:
      guard let decision = decisionEnCours, decision.choix == .renouvellementReduit else {
        throw Refus(.objectifsNonManques, under: Article(9, alinea: 2))
      }
      return decision
    }
  }
}
