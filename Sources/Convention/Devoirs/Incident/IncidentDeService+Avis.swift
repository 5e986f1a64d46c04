/// Who was told, of what, and when.
extension IncidentDeService {
  /// R086–R087: a notice to one of those concerned, with its proof; that to CL1A says what is done or will be.
  ///
  /// A late notice is accepted: the breach shows in `manquements`.
  public func decideAviser(_ avis: Avis) throws(Refus) -> [Acte] {
    try requireAlive()
    try requireConcerned(avis.destinataire)
    try requireAfterStart(avis.instant)
    if avis.destinataire == .cl1a, !hasAction(by: avis.instant) {
      throw Refus(.avisSansAction, under: IncidentDeService.articleDysfonctionnement)
    }
    return [.avise(avis)]
  }

  /// R180: the plan goes to each comptable concerned, to their directions and to CL1A, all at once.
  public func decidePlan(_ plan: PlanDeRetour) throws(Refus) -> [Acte] {
    switch etat {
    case .ouvert, .retabli: break
    case .prevu, .clos, .abandonne: throw refusDEtat
    }
    try requireAfterStart(plan.instant)
    for envoi in plan.envois {
      try requireConcerned(envoi.destinataire)
      try requireAfterStart(envoi.instant)
    }
    let told = Set(plan.envois.map(\.destinataire))
    guard concernes.destinatairesDuPlan.allSatisfy(told.contains) else {
      throw Refus(.planIncomplet, under: IncidentDeService.articleMaintenance)
    }
    return [.planDeRetour(plan)]
  }

  private func hasAction(by instant: Instant) -> Bool {
    actionsMenees.contains { $0.instant <= instant } || actionsPrevues.contains { $0.instant <= instant }
  }

  /// The first notice to somebody; nil if none left.
  public func firstNotice(to destinataire: Avis.Destinataire) -> Instant? {
    avis.lazy.filter { $0.destinataire == destinataire }.map(\.instant).min()
  }

  /// Those concerned who were never told; CL1A only if it had to be.
  public func nonAvises(at instant: Instant) -> [Avis.Destinataire] {
    let all = concernes.aAviser + (mustTellCL1A(at: instant) ? [.cl1a] : [])
    return all.filter { firstNotice(to: $0) == nil }
  }

  /// A fault always; a planned outage that has begun, once it overruns its window.
  public func mustTellCL1A(at instant: Instant) -> Bool {
    switch origine {
    case .detecte: true
    case .prevu(let prevu): debut != nil && prevu.fenetre.a < (retour ?? instant)
    }
  }

  /// From the detection, or from the end of a planned window.
  public var delaiCL1A: DelaiCL1A {
    switch origine {
    case .prevu(let prevu): DelaiCL1A(depart: prevu.fenetre.a)
    case .detecte(let detecte): DelaiCL1A(depart: detecte.instant)
    }
  }

  func requireConcerned(_ destinataire: Avis.Destinataire) throws(Refus) {
    guard concernes.contains(destinataire) else {
      throw Refus(.destinataireNonConcerne, under: IncidentDeService.articleMaintenance)
    }
  }

  /// No fact of an incident is older than its detection, or than the decision of the outage.
  func requireAfterStart(_ instant: Instant) throws(Refus) {
    guard enregistre <= instant else {
      throw Refus(.instantsDesordonnes, under: IncidentDeService.articleDysfonctionnement)
    }
  }

  func requireAlive() throws(Refus) {
    switch etat {
    case .prevu, .ouvert, .retabli: return
    case .clos, .abandonne: throw refusDEtat
    }
  }

  var refusDEtat: Refus { Refus(.etatContraire, under: IncidentDeService.articleMaintenance) }

  /// The detection, or the decision of the planned outage.
  public var enregistre: Instant {
    switch origine {
    case .prevu(let prevu): prevu.instant
    case .detecte(let detecte): detecte.instant
    }
  }
}
