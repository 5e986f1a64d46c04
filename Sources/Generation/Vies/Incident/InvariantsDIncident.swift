import Convention

extension VieDIncident {
  static let invariants: [Invariant<PasDIncident>] = [
    .refusSansEffet { !$0.actes.isEmpty || $0.avant != $0.apres },
    repli, etats, coupure, cloture, imputation, limites,
  ]

  private static let repli = Invariant<PasDIncident>(
    "l’histoire rejouée redonne l’état", "cahier 3, alinéa 4 ; R086"
  ) { pas in .requis(IncidentDeService(pas.histoire) == pas.apres, "l’état diffère de son histoire") }

  private static let etats = Invariant<PasDIncident>(
    "le début et le retour sont ceux de l’état ; rien ne suit une clôture", "annexe qualité II.2 ; R178"
  ) { pas in
    let incident = pas.apres
    let coherent =
      switch incident.etat {
      case .prevu, .abandonne: incident.debut == nil && incident.retour == nil
      case .ouvert: incident.debut != nil && incident.retour == nil
      case .retabli, .clos: incident.debut.flatMap { start in incident.retour.map { start < $0 } } ?? false
      }
    guard coherent else { return .faute("état \(incident.resume.etat)") }
    switch pas.avant.etat {
    case .clos, .abandonne: return .requis(pas.actes.isEmpty, "un acte après la fin")
    case .prevu, .ouvert, .retabli: return .tenu
    }
  }

  private static let coupure = Invariant<PasDIncident>(
    "une coupure prévue ne commence qu’une fois chacun avisé, dans sa fenêtre", "annexe qualité II.2 ; R179"
  ) { pas in
    guard case .prevu(let prevu) = pas.apres.origine, let debut = pas.apres.debut else { return .sansObjet }
    let told = [ActeursInventes.poste, ActeursInventes.autrePoste].allSatisfy { poste in
      pas.apres.avis.contains { $0.destinataire == .poste(poste) && $0.instant < debut }
    }
    return .requis(told && prevu.fenetre.contains(debut), "commencée le \(debut.texte)")
  }

  private static let cloture = Invariant<PasDIncident>(
    "clos : rétabli, qualifié, avisé à tous, plus rien à faire", "cahier 5, alinéa 2 ; R093"
  ) { pas in
    guard case .clos(let instant) = pas.apres.etat else { return .sansObjet }
    let incident = pas.apres
    let late = instant.adding(seconds: 90 * 86_400)
    return .requis(
      incident.qualification != nil && incident.retour.map { $0 <= instant } ?? false
        && incident.nonAvises(at: instant).isEmpty && incident.devoirs(at: late).isEmpty
        && incident.resume.echeance == nil, "clos trop tôt")
  }

  private static let imputation = Invariant<PasDIncident>(
    "l’imputabilité se déduit de la cause", "cahier 5, alinéa 2 ; R093 à R097"
  ) { pas in
    guard let qualification = pas.apres.qualification, let debut = pas.apres.debut else { return .sansObjet }
    let expected = RegleDImputabilite(qualification.cause, faute: debut.jour).resultat
    return .requis(qualification.imputabilite == expected, qualification.imputabilite.libelle)
  }

  /// Clock hours, whatever the legal time does.
  private static let limites = Invariant<PasDIncident>(
    "l’avis au bureau CL1A est dû dans les quarante-huit heures d’horloge, et s’explique", "cahier 3, alinéa 4 ; R086"
  ) { pas in
    let delai = pas.apres.delaiCL1A
    let seconds = (delai.limite.milliseconds - delai.depart.milliseconds) / 1000
    let hours = Int64(Bareme.avisCL1AHours.value(on: delai.depart.jour))
    return .requis(
      seconds == hours * 3600 && pas.apres.limites.cl1a == delai.limite
        && delai.explication.resultat == delai.limite.texte, "\(seconds) secondes")
  }
}
