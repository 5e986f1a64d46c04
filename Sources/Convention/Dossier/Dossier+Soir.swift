extension Dossier {
  /// What the end of a day finds, after everything else received that day: a reception deemed, reminders, a term passed.
  ///
  /// Art. 9, al. 1 (R027), art. 11, al. 3 (R047), annexe qualité I.2 (R154–R160).
  public func decideSoir(_ jour: Jour) -> [Evenement] {
    guard etat == .remis else { return [] }
    var events: [Evenement] = []
    if let deemed = receptionReputee(before: jour.adding(days: 1)) {
      events.append(.receptionReputee(deemed))
    }
    let after = following(events)
    if after.estEchu(on: jour), let terme = after.terme {
      return events + [after.terminaison(.termeEchu, date: terme, reprise: after.resteDu > .zero)]
    }
    return events + after.relances(on: jour).map { .relanceEmise(RelanceEmise(relance: $0)) }
  }

  /// The term lies before that day and nothing suspends the dossier.
  func estEchu(on jour: Jour) -> Bool {
    guard etat == .remis, let terme else { return false }
    return terme < jour && !estSuspendu(on: jour)
  }

  /// Without an acknowledgement on the evening of the eighth day (R156), the hand-over is the reception.
  func receptionReputee(before jour: Jour) -> ReceptionReputee? {
    guard etat == .remis, let remise, remise.reception == nil else { return nil }
    let limit = remise.jour.adding(days: Relance.Rang.accuse.days(on: remise.jour))
    guard limit < jour else { return nil }
    let terme = actualisations.termeFixe ?? terme(reception: remise.jour, remise)
    return ReceptionReputee(jour: remise.jour, terme: terme)
  }

  /// The reminders that become due that day, each once per hand-over; none while the dossier is suspended.
  public func relances(on jour: Jour) -> [Relance] {
    guard etat == .remis, let remise, !estSuspendu(on: jour) else { return [] }
    return Relance.Rang.allCases.compactMap { rang in
      let due = remise.jour.adding(days: rang.days(on: remise.jour)) <= jour
      guard due, !relances.contains(where: { $0.rang == rang }), let objet = objet(rang) else {
        return nil
      }
      return Relance(rang: rang, objet: objet, etude: remise.etude)
    }
  }

  /// The étude that holds it has acted, by an action or an act.
  var aAgi: Bool { actions.total + poursuites.actes.count > 0 }

  /// What the étude lacks at a rank; nil if nothing.
  private func objet(_ rang: Relance.Rang) -> Relance.Objet? {
    switch rang {
    case .accuse: return remise?.reception?.accuse == true ? nil : .accuseAttendu
    case .quinzaine: return aAgi ? nil : .actionAttendue
    case .quarantaine:
      guard aAgi else { return .relanceSansEffet }
      return recouvre > .zero ? nil : .autresMesures
    }
  }
}

extension Relance.Rang {
  /// Days after the hand-over.
  public func days(on jour: Jour) -> Int {
    guard let delay = Bareme.relanceDays[self] else {
      preconditionFailure("each rank of reminder has its delay")
    }
    return delay.value(on: jour)
  }
}

extension Dossier {
  /// The first evening on which `decideSoir` may find something, if nothing else happens before; nil if none.
  ///
  /// Never later than the truth: a dossier looked at too early finds nothing and keeps its day.
  public var prochainSoir: Jour? {
    guard etat == .remis, let remise else { return nil }
    let suspensions = actualisations.suspensions(on: remise.jour)
    let deemed = remise.reception == nil ? soir(.accuse, remise) : nil
    let rangs = Relance.Rang.allCases.filter { rang in
      objet(rang) != nil && !relances.contains { $0.rang == rang }
    }
    let follow = rangs.map { soir($0, remise) } + [terme.map { $0.adding(days: 1) }]
    guard !suspensions.isEmpty else { return (follow + [deemed]).compactMap { $0 }.min() }
    // Suspended: the deemed reception still comes, the rest waits for the last day of granted delays.
    let ends = suspensions.map { $0.code == "07" ? $0.fin : nil }
    let lifted = ends.contains(nil) ? nil : ends.compactMap { $0 }.max()?.adding(days: 1)
    let after = lifted.flatMap { day in follow.compactMap { $0 }.min().map { max($0, day) } }
    return [deemed, after].compactMap { $0 }.min()
  }

  private func soir(_ rang: Relance.Rang, _ remise: Remise) -> Jour? {
    remise.jour.adding(days: rang.days(on: remise.jour))
  }
}
