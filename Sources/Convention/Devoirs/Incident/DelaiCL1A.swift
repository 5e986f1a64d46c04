/// Until when the bureau CL1A must be told of a fault.
///
/// Cahier 3, al. 4 (R086): forty-eight hours at most.
///
/// Reading: clock hours counted on UTC instants from the detection, so a change of legal time neither adds nor takes
/// one, and no Sunday or holiday puts it off; the last instant is still in time. A planned outage kept within its
/// window is no fault; if it overruns, the delay runs from the end of the window.
public struct DelaiCL1A: Hashable, Sendable {
  public let depart: Instant

  public init(depart: Instant) { self.depart = depart }

  public var limite: Instant { depart.adding(seconds: hours * 3600) }
  private var hours: Int { Bareme.avisCL1AHours.value(on: depart.jour) }

  public var explication: Explication {
    let change =
      depart.offsetMinutes == limite.offsetMinutes ? "" : " ; l’heure légale change entre-temps, le délai non"
    return Explication(
      "Limite de l’avis au bureau CL1A", regle: "DelaiCL1A",
      articles: [Article(.cahierDesCharges, "3", alinea: 4)], exigences: ["R086"],
      politique: "heures d’horloge comptées en temps universel depuis la détection, sans report",
      donnees: [.init("départ du délai", depart.texte)],
      valeurs: [Bareme.avisCL1AHours.appliquee(on: depart.jour)],
      calcul: ["\(depart.texte) + \(hours) heures = \(limite.texte)\(change)"], resultat: limite.texte)
  }
}

/// The last instants of the two notices of a fault, fixed when it is recorded.
public struct LimitesDAvis: Hashable, Sendable, Codable {
  /// Comptables and études: the start of a planned outage, else a few minutes after the detection (R179).
  public let concernes: Instant
  /// R086.
  public let cl1a: Instant

  init(prevu fenetre: Fenetre) {
    concernes = fenetre.de
    cl1a = DelaiCL1A(depart: fenetre.a).limite
  }

  init(detection: Instant) {
    concernes = detection.adding(seconds: 60 * Bareme.avisImmediatMinutes.value(on: detection.jour))
    cl1a = DelaiCL1A(depart: detection).limite
  }
}
