import Convention

/// What those concerned read of a dysfunction in its mails (``CourrielDAvis``): no debtor, no other poste.
struct TexteDAvis {
  private let incident: IncidentDeService
  private let destinataire: Avis.Destinataire

  init(_ incident: IncidentDeService, _ destinataire: Avis.Destinataire) {
    self.incident = incident
    self.destinataire = destinataire
  }

  var avis: String {
    let (constat, article) =
      switch incident.origine {
      case .prevu(let prevu):
        (
          """
          Le service du centre serveur sera interrompu \(prevu.fenetre.texte).

          Motif : \(prevu.motif.texte)
          """, "annexe qualité II.2 de la convention : annonce préalable"
        )
      case .detecte(let detecte):
        (
          """
          Le centre serveur constate un dysfonctionnement du service (\(incident.nature.libelle)), détecté le
          \(detecte.instant.texte), depuis le \(detecte.depuis.texte).

          Constat : \(detecte.description.texte)
          """,
          destinataire == .cl1a
            ? "point 3, alinéa 4 du cahier des charges : avis au bureau CL1A"
            : "annexe qualité II.2 de la convention : avis immédiat"
        )
      }
    return lettre(constat + "\n\n" + actions, article)
  }

  func plan(_ plan: IncidentDeService.PlanDeRetour) -> String {
    lettre(
      """
      Le centre serveur présente son plan de retour à la normale :

      \(plan.texte.texte)
      """ + "\n\n" + actions, "annexe qualité II.2 de la convention : plan de retour à la normale")
  }

  var abandon: String {
    lettre(
      "La coupure de service qui vous était annoncée n’aura pas lieu.", "annexe qualité II.2 de la convention")
  }

  private func lettre(_ corps: String, _ article: String) -> String {
    """
    Madame, Monsieur, Maître,

    Dysfonctionnement \(incident.numero) — \(destinataire.libelle).

    \(corps)

    (\(article.first?.uppercased() ?? "")\(article.dropFirst()).)

    """
  }

  /// What was done and the calendar of what is to come, the oldest first (cahier 3, al. 4).
  private var actions: String {
    let done = incident.actionsMenees.map { "- \($0.instant.texte) : \($0.texte.texte)" }
    let next = incident.actionsPrevues.map { "- pour le \($0.pour.texte) : \($0.texte.texte)" }
    return [
      done.isEmpty ? "Actions menées : aucune encore." : "Actions menées :\n" + done.joined(separator: "\n"),
      next.isEmpty
        ? "Actions à venir : aucune inscrite." : "Calendrier des actions à venir :\n" + next.joined(separator: "\n"),
    ].joined(separator: "\n\n")
  }
}

extension IncidentDeService.Nature {
  /// In French, as it is shown.
  public var libelle: String {
    switch self {
    case .qualite: "qualité"
    case .disponibilite: "disponibilité"
    }
  }
}
