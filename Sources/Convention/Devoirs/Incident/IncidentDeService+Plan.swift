/// The plan of the return to normal, from its writing to its last addressee (annexe qualité II.2; R180).
extension IncidentDeService {
  /// To be sent to each addressee of ``destinatairesDuPlan``; one plan at a time.
  public func decideRedigerPlan(_ texte: TexteLibre, instant: Instant) throws(Refus) -> [Acte] {
    switch etat {
    case .ouvert, .retabli: break
    case .prevu, .clos, .abandonne: throw refusDEtat
    }
    guard planEnCours == nil else { throw refusDEtat }
    try requireAfterStart(instant)
    return [.planRedige(texte: texte, instant: instant)]
  }

  /// The plan left for one more addressee; with the last one it is presented.
  public func decideEnvoyerPlan(_ avis: Avis) throws(Refus) -> [Acte] {
    guard let planEnCours else { throw refusDEtat }
    try requireConcerned(avis.destinataire)
    let sent = planEnCours.ajoutant(avis)
    let told = Set(sent.envois.map(\.destinataire))
    guard destinatairesDuPlan.allSatisfy(told.contains) else { return [.planEnvoye(avis)] }
    return [.planEnvoye(avis)] + (try decidePlan(sent))
  }

  /// Who is shown how the service comes back: comptables, directions, CL1A.
  public var destinatairesDuPlan: [Avis.Destinataire] { concernes.destinatairesDuPlan }
}

extension IncidentDeService.PlanDeRetour {
  func ajoutant(_ avis: Avis) -> Self { Self(texte: texte, envois: envois + [avis], instant: instant) }
}
