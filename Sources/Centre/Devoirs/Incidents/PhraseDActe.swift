import Convention

extension IncidentDeService.Acte {
  /// One act in a sentence, for whoever holds the dysfunction.
  public var phrase: String {
    switch self {
    case .prevu(let prevu): "Coupure prévue \(prevu.fenetre.texte) : \(prevu.motif.texte)"
    case .detecte(let detecte): "Détecté le \(detecte.instant.texte) : \(detecte.description.texte)"
    case .commence(let instant): "La coupure commence le \(instant.texte)"
    case .abandonne(let instant): "La coupure est abandonnée le \(instant.texte)"
    case .avise(let avis):
      "Avis parti pour \(avis.destinataire.libelle) le \(avis.instant.texte) (\(avis.preuve.texte))"
    case .actionMenee(let action): "Action menée : \(action.texte.texte)"
    case .actionPrevue(let action): "Action prévue pour le \(action.pour.texte) : \(action.texte.texte)"
    case .planRedige(let texte, _): "Plan de retour à la normale rédigé : \(texte.texte)"
    case .planEnvoye(let avis):
      "Plan parti pour \(avis.destinataire.libelle) le \(avis.instant.texte) (\(avis.preuve.texte))"
    case .planDeRetour: "Plan de retour à la normale présenté à tous ses destinataires"
    case .retabli(let instant): "Service rétabli le \(instant.texte)"
    case .qualifie(let qualification):
      "Cause : \(qualification.cause.libelle), \(qualification.imputabilite.libelle) (\(qualification.cause.preuve))"
    case .clos(let instant): "Clos le \(instant.texte)"
    }
  }

  /// Whether whoever is concerned reads it: not what was sent to others, nor the evidence against a poste or an étude.
  public var estPublic: Bool {
    switch self {
    case .prevu, .detecte, .commence, .abandonne, .actionMenee, .actionPrevue, .planRedige, .planDeRetour, .retabli,
      .clos:
      true
    case .avise, .planEnvoye, .qualifie: false
    }
  }
}

extension PreuveDEnvoi {
  /// « message <…>, SHA-256 … ».
  public var texte: String { "message \(reference), SHA-256 \(empreinte)" }
}
