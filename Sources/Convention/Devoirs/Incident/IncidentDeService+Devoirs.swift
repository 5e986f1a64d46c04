/// Something that the centre still has to do, or did not do in time.
public struct Devoir: Hashable, Sendable {
  /// In French: « aviser le poste 031012 ».
  public let libelle: String
  public let article: Article
  public let exigence: String
  /// The last instant in time; nil where the text gives none (« dans les meilleurs délais »).
  public let limite: Instant?

  public func isLate(at instant: Instant) -> Bool { limite.map { $0 < instant } ?? false }
}

extension IncidentDeService {
  /// What remains to be done at an instant, the notices first.
  public func devoirs(at instant: Instant) -> [Devoir] {
    switch etat {
    case .clos, .abandonne: []
    case .prevu: avisDus(at: instant)
    case .ouvert: avisDus(at: instant) + actionDue(at: instant) + planDu + [retablissementDu] + qualificationDue
    case .retabli: avisDus(at: instant) + actionDue(at: instant) + qualificationDue + [clotureDue]
    }
  }

  private func avisDus(at instant: Instant) -> [Devoir] {
    nonAvises(at: instant).map(avisDu)
  }

  private func avisDu(_ destinataire: Avis.Destinataire) -> Devoir {
    switch destinataire {
    case .cl1a: devoir("aviser \(destinataire.libelle)", "R086", until: limites.cl1a)
    case .poste, .etude, .direction: devoir("aviser \(destinataire.libelle)", "R179", until: limites.concernes)
    }
  }

  private func actionDue(at instant: Instant) -> [Devoir] {
    guard mustTellCL1A(at: instant), actionsMenees.isEmpty, actionsPrevues.isEmpty else { return [] }
    return [devoir("inscrire une action menée ou un calendrier", "R086", until: limites.cl1a)]
  }

  private var planDu: [Devoir] {
    plans.isEmpty ? [devoir("présenter le plan de retour à la normale", "R180")] : []
  }
  private var retablissementDu: Devoir { devoir("rétablir le service", "R178") }
  private var qualificationDue: [Devoir] {
    qualification == nil ? [devoir("qualifier la cause", "R093")] : []
  }
  private var clotureDue: Devoir { devoir("clore l’incident", "R093") }

  private func devoir(_ libelle: String, _ exigence: String, until limite: Instant? = nil) -> Devoir {
    let article =
      switch exigence {
      case "R086": IncidentDeService.articleDysfonctionnement
      case "R093": Article(.cahierDesCharges, "5", alinea: 2)
      default: IncidentDeService.articleMaintenance
      }
    return Devoir(libelle: libelle, article: article, exigence: exigence, limite: limite)
  }

  /// The notices that came late, and those whose limit has passed without any.
  public func manquements(at instant: Instant) -> [Devoir] {
    guard !abandoned else { return [] }
    let all = concernes.aAviser + (mustTellCL1A(at: instant) ? [.cl1a] : [])
    return all.filter { isBreached($0, at: instant) }.map(avisDu)
  }

  private func isBreached(_ destinataire: Avis.Destinataire, at instant: Instant) -> Bool {
    let told = firstNotice(to: destinataire) ?? instant
    switch (origine, destinataire) {
    // « Préalable »: before the outage, not with it.
    case (.prevu, .poste), (.prevu, .etude), (.prevu, .direction): return told >= (debut ?? limites.concernes)
    case (.prevu, .cl1a), (.detecte, .cl1a): return told > limites.cl1a
    case (.detecte, .poste), (.detecte, .etude), (.detecte, .direction): return told > limites.concernes
    }
  }

  private var abandoned: Bool {
    if case .abandonne = etat { true } else { false }
  }
}
