/// Commands: each gives facts, or a refusal that changes nothing.
extension IncidentDeService {
  static let articleMaintenance = Article(.annexeQualite, "II.2")
  static let articleDysfonctionnement = Article(.cahierDesCharges, "3", alinea: 4)

  /// R179: an outage that can be foreseen, decided before its window.
  public static func decidePrevoir(
    numero: String, instant: Instant, fenetre: Fenetre, motif: TexteLibre, concernes: Concernes
  ) throws(Refus) -> [Acte] {
    guard instant < fenetre.de else { throw Refus(.instantsDesordonnes, under: articleMaintenance) }
    let limites = LimitesDAvis(prevu: fenetre)
    return [
      .prevu(
        Prevu(
          numero: numero, instant: instant, fenetre: fenetre, motif: motif, concernes: concernes, limites: limites))
    ]
  }

  /// R086: a fault found at `instant`, that lasts since `depuis`.
  public static func decideDetecter(
    numero: String, nature: Nature, instant: Instant, depuis: Instant? = nil, description: TexteLibre,
    concernes: Concernes
  ) throws(Refus) -> [Acte] {
    let start = depuis ?? instant
    guard start <= instant else { throw Refus(.instantsDesordonnes, under: articleDysfonctionnement) }
    let limites = LimitesDAvis(detection: instant)
    return [
      .detecte(
        Detecte(
          numero: numero, nature: nature, instant: instant, depuis: start, description: description,
          concernes: concernes, limites: limites))
    ]
  }

  /// R179: a planned outage begins within its window, once each of those concerned was told.
  public func decideCommencer(_ instant: Instant) throws(Refus) -> [Acte] {
    guard case .prevu(let prevu) = origine, etat == .prevu else { throw refusDEtat }
    guard prevu.fenetre.contains(instant) else {
      throw Refus(.instantsDesordonnes, under: IncidentDeService.articleMaintenance)
    }
    guard concernes.aAviser.allSatisfy({ firstNotice(to: $0).map { $0 < instant } ?? false }) else {
      throw Refus(.coupureNonAnnoncee, under: IncidentDeService.articleMaintenance)
    }
    return [.commence(instant: instant)]
  }

  /// A planned outage that will not take place.
  public func decideAbandonner(_ instant: Instant) throws(Refus) -> [Acte] {
    guard etat == .prevu else { throw refusDEtat }
    try requireAfterStart(instant)
    return [.abandonne(instant: instant)]
  }

  /// R086: an action done, or one more line of the calendar.
  public func decideAgir(_ action: ActionMenee) throws(Refus) -> [Acte] {
    try requireAlive()
    try requireAfterStart(action.instant)
    return [.actionMenee(action)]
  }
  public func decidePrevoirAction(_ action: ActionPrevue) throws(Refus) -> [Acte] {
    try requireAlive()
    try requireAfterStart(action.instant)
    guard action.pour >= action.instant.jour else {
      throw Refus(.instantsDesordonnes, under: IncidentDeService.articleDysfonctionnement)
    }
    return [.actionPrevue(action)]
  }

  /// The service works again as it should.
  public func decideRetablir(_ instant: Instant) throws(Refus) -> [Acte] {
    guard etat == .ouvert else { throw refusDEtat }
    guard let debut, debut < instant else {
      throw Refus(.instantsDesordonnes, under: IncidentDeService.articleMaintenance)
    }
    return [.retabli(instant: instant)]
  }

  /// R093: the cause; whether the centre answers for it follows from the rule.
  public func decideQualifier(_ cause: Cause, instant: Instant) throws(Refus) -> [Acte] {
    guard let debut else { throw refusDEtat }
    try requireAlive()
    try requireAfterStart(instant)
    let regle = RegleDImputabilite(cause, faute: debut.jour)
    return [.qualifie(Qualification(cause: cause, imputabilite: regle.resultat, instant: instant))]
  }

  /// R093: closed once restored, qualified and told to all concerned.
  public func decideClore(_ instant: Instant) throws(Refus) -> [Acte] {
    try requireAlive()
    guard case .retabli(let retour) = etat else {
      throw Refus(.incidentNonRetabli, under: IncidentDeService.articleMaintenance)
    }
    guard qualification != nil else {
      throw Refus(.incidentNonQualifie, under: Article(.cahierDesCharges, "5", alinea: 2))
    }
    guard nonAvises(at: instant).isEmpty else {
      throw Refus(.incidentNonAvise, under: IncidentDeService.articleDysfonctionnement)
    }
    guard retour <= instant else { throw Refus(.instantsDesordonnes, under: IncidentDeService.articleMaintenance) }
    return [.clos(instant: instant)]
  }
}
