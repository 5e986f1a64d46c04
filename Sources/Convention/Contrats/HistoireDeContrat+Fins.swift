extension HistoireDeContrat {
  /// Art. 18 (R068): by one of the signatories, six months ahead, once.
  ///
  /// Reading: article 18 speaks of the national convention; contracts, which have no other text for it, follow it.
  public func denoncer(_ fait: Denonciation, on jour: Jour) throws(Refus) -> [Acte] {
    try requireOpen(for: fait.notifieeLe, on: jour)
    try requireComplete(on: fait.notifieeLe)
    guard denonceLe == nil else { throw Refus(.finDejaNotifiee, under: Article(18)) }
    guard !fait.par.isEmpty, fait.par.allSatisfy(autorite.signataires.contains) else {
      throw Refus(.signataireEtranger, under: Article(18))
    }
    if !fait.par.contains(.prefet), !fait.par.contains(.huissier) { try autorite.requireApproval(by: fait.par) }
    return [.denonce(fait)]
  }

  /// Art. 21 (R071–R072): at any time, for one of three reasons and with its evidence, effective two months after the
  /// étude was told. For missed objectives, the decision of art. 9, al. 2 comes first.
  public func resilier(
    _ motif: MotifDeResiliation?, preuve: Ecrit, notifieeLe: Jour, approbations: [QualiteDeSignataire], on jour: Jour
  ) throws(Refus) -> [Acte] {
    guard let motif, preuve.estCite else { throw Refus(.resiliationSansMotif, under: Article(21, alinea: 1)) }
    try requireOpen(for: max(notifieeLe, preuve.date), on: jour)
    try requireComplete(on: notifieeLe)
    guard resilieLe == nil else { throw Refus(.finDejaNotifiee, under: Article(21, alinea: 1)) }
    guard motif != .objectifs || decisionEnCours?.choix == .resiliation else {
      throw Refus(.objectifsNonManques, under: Article(9, alinea: 2))
    }
    try autorite.requireApproval(by: approbations)
    let fait = Resiliation(motif: motif, preuve: preuve, notifieeLe: notifieeLe, approbations: approbations)
    return [.resilie(fait)]
  }

  /// What the end of a day finds: the contract is in force by tomorrow, or today was its last day.
  public func decideSoir(_ jour: Jour) -> [Acte] {
    guard fin == nil else { return [] }
    let contrat = contrat(on: jour)
    guard jour < contrat.lastDay else { return [.expire(contrat.fin)] }
    guard effetLe == nil, let first = contrat.firstDayInForce, first <= jour.adding(days: 1) else { return [] }
    return [.prisEffet(le: first)]
  }

  /// The next evening that finds something, if no act comes before; nil once the contract has ended.
  public var prochainSoir: Jour? {
    guard fin == nil else { return nil }
    let contrat = contrat(on: .last)
    guard effetLe == nil, let first = contrat.firstDayInForce else { return contrat.lastDay }
    return min(contrat.lastDay, first.adding(days: -1))
  }
}

extension ContratDepartemental {
  /// The first day on which it has begun and nothing is missing (art. 1, al. 3; cahier 1); nil while something is.
  fileprivate var firstDayInForce: Jour? {
    guard isComplete else { return nil }
    let signed = QualiteDeSignataire.allCases.compactMap { signatures?[$0] }
    guard case .pris(let engagement) = clauses.engagement else { return ([du] + signed).max() }
    return ([du, engagement] + signed).max()
  }
}
