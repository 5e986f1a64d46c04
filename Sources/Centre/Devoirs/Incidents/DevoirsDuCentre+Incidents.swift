import Convention
import Registre

/// The life of a dysfunction (cahier 3, al. 4; annexe qualité II.2; R086–R088, R093–R096, R178–R180).
extension DevoirsDuCentre {
  public typealias FicheDIncident = FicheDHistoire<IncidentDeService>

  /// `D-2026-003`, if nobody records another before.
  public func prochainNumero() async throws -> String {
    let prefixe = prefixe
    return try await centre.registre.lire { try $0.prochaineCle(.incident, prefixe: prefixe) }
  }

  private var prefixe: String { "D-\(jour.annee)-" }

  /// R179: an outage that can be foreseen; the notices to those concerned are owed at once, so before it.
  ///
  /// - Parameter numero: the one shown to whoever fills in a form, so that it is done once; the next one otherwise.
  public func prevoir(
    _ fenetre: Fenetre, motif: String, _ portee: Portee, numero: String? = nil
  ) async throws -> FicheDIncident {
    let (motif, prefixe, instant) = (try texte(motif), prefixe, instant)
    return try await ouvrir(
      IncidentDeService.self,
      { lecture in
        try IncidentDeService.decidePrevoir(
          numero: try numero ?? lecture.prochaineCle(.incident, prefixe: prefixe), instant: instant, fenetre: fenetre,
          motif: motif, concernes: try portee.concernes(lecture.annuaire()))
      }, puis: { fiche, ecriture in try devoirAvis(fiche, ecriture) })
  }

  /// R086, R179: a fault found now, that lasts since an instant; those concerned are owed their notices at once.
  public func detecter(
    _ nature: IncidentDeService.Nature, depuis: Instant? = nil, description: String, _ portee: Portee,
    numero: String? = nil
  ) async throws -> FicheDIncident {
    let (description, prefixe, instant) = (try texte(description), prefixe, instant)
    return try await ouvrir(
      IncidentDeService.self,
      { lecture in
        try IncidentDeService.decideDetecter(
          numero: try numero ?? lecture.prochaineCle(.incident, prefixe: prefixe), nature: nature, instant: instant,
          depuis: depuis, description: description, concernes: try portee.concernes(lecture.annuaire()))
      }, puis: { fiche, ecriture in try devoirAvis(fiche, ecriture) })
  }

  /// - Parameter a: now when nil; refused when it is still to come.
  public func commencer(_ numero: String, rang: Int? = nil, a: Instant? = nil) async throws -> FicheDIncident {
    let instant = try passe(a)
    return try await changer(IncidentDeService.self, numero, rang: rang) { incident, _ in
      try incident.decideCommencer(instant)
    }
  }

  /// The outage will not take place: those who were told of it are told so.
  public func abandonner(_ numero: String, rang: Int? = nil) async throws -> FicheDIncident {
    let instant = instant
    return try await changer(
      IncidentDeService.self, numero, rang: rang, { incident, _ in try incident.decideAbandonner(instant) },
      puis: { fiche, ecriture in
        let told = Set(fiche.histoire.avis.map(\.destinataire))
        try devoir(told.map { CourrielDAvis(.abandon, fiche.cle, $0) }, ecriture)
      })
  }

  public func agir(_ numero: String, _ texte: String, rang: Int? = nil) async throws -> FicheDIncident {
    let action = IncidentDeService.ActionMenee(texte: try self.texte(texte), instant: instant)
    return try await changer(IncidentDeService.self, numero, rang: rang) { incident, _ in
      try incident.decideAgir(action)
    }
  }

  /// A line of the calendar of actions to come.
  public func prevoirAction(
    _ numero: String, _ texte: String, pour jour: Jour, rang: Int? = nil
  ) async throws -> FicheDIncident {
    let action = IncidentDeService.ActionPrevue(texte: try self.texte(texte), pour: jour, instant: instant)
    return try await changer(IncidentDeService.self, numero, rang: rang) { incident, _ in
      try incident.decidePrevoirAction(action)
    }
  }

  /// - Parameter a: now when nil; refused when it is still to come.
  public func retablir(_ numero: String, rang: Int? = nil, a: Instant? = nil) async throws -> FicheDIncident {
    let instant = try passe(a)
    return try await changer(IncidentDeService.self, numero, rang: rang) { incident, _ in
      try incident.decideRetablir(instant)
    }
  }

  /// When a fact took place, as somebody gives it: what has not come yet is no fact.
  private func passe(_ donne: Instant?) throws(Refus) -> Instant {
    let now = instant
    guard let donne else { return now }
    guard donne <= now else { throw Refus(.instantsDesordonnes, under: Article(.annexeQualite, "II.2")) }
    return donne
  }

  /// R093: the cause with the evidence that the base has of it; whether the centre answers for it follows.
  public func qualifier(
    _ numero: String, _ cause: CauseAlleguee, rang: Int? = nil
  ) async throws -> FicheDIncident {
    let instant = instant
    var empreintes: EmpreintesDeFichier?
    if let fichier = cause.fichier { empreintes = try await EmpreintesDeFichier(of: fichier, centre) }
    return try await changer(IncidentDeService.self, numero, rang: rang) { [empreintes] incident, lecture in
      let fault = (incident.debut ?? incident.enregistre).jour
      let proven = try cause.prouvee(faute: fault, on: instant.jour, empreintes, lecture)
      return try incident.decideQualifier(proven, instant: instant)
    }
  }

  public func clore(_ numero: String, rang: Int? = nil) async throws -> FicheDIncident {
    let instant = instant
    return try await changer(IncidentDeService.self, numero, rang: rang) { incident, _ in
      try incident.decideClore(instant)
    }
  }
}
