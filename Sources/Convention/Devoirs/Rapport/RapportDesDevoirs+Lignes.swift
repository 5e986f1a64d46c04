/// Each object in a line of the report.
extension IncidentDeService {
  /// The cause and its evidence, once qualified (R093).
  var ligne: String {
    let cause = qualification.map { " : \($0.cause.libelle) (\($0.cause.preuve))" } ?? ""
    return resume.cle + cause
  }

  /// R086: told in time, late, or not yet.
  func ligneCL1A(at instant: Instant) -> String? {
    guard mustTellCL1A(at: instant) else { return nil }
    let limite = "limite le \(limites.cl1a.texte)"
    guard let told = firstNotice(to: .cl1a) else {
      return "\(numero) : " + (limites.cl1a < instant ? "délai dépassé, aucun avis, " : "aucun avis encore, ") + limite
    }
    let kept = told <= limites.cl1a ? "délai tenu" : "délai dépassé"
    return "\(numero) : \(kept), avis du \(told.texte), \(limite)"
  }

  /// R087, R179: those of the others who were told late, or not at all.
  func lignesTardives(at instant: Instant) -> [String] {
    manquements(at: instant).filter { $0.exigence != "R086" }.map { "\(numero) : \($0.libelle)" }
  }
}

extension RapportDesDevoirs.Comptes {
  /// R182: how many for each étude, then each of them, and how many are not listed.
  var lignesDeRelances: [String] {
    let left = relances.values.reduce(0, +) - relancesDatees.count
    let rest = relancesDatees.isEmpty || left <= 0 ? [] : ["et \(left) autre\(left > 1 ? "s" : "")"]
    return RapportDesDevoirs.lignes(relances, "relance", "relances") + relancesDatees.map(\.ligne) + rest
  }
}

extension Disponibilite {
  var lignes: [String] {
    [
      "toutes causes : \(brute.texte) (minutes d’arrêt : \(minutesArret.parMilliers) sur \(minutes.parMilliers))",
      "hors causes exonérées : \(horsExonerations.texte) (minutes imputables : \(minutesImputables.parMilliers))",
      "minutes annoncées à temps, comptées à part : \(minutesAnnoncees.parMilliers)",
    ]
  }
}

extension Sollicitation {
  func isObservation(in periode: Fenetre) -> Bool { posee.objet == .observation && periode.contains(posee.instant) }

  /// R084: whose, when, what, and whether it was answered.
  var ligne: String {
    "poste \(posee.poste), \(posee.instant.jour.texte) : \(posee.texte.texte)"
      + (estRepondue ? " (réponse donnée)" : " (sans réponse)")
  }
}

extension Formation {
  /// R186: a session held in the period.
  func ligne(in periode: Fenetre) -> String? {
    guard let jourTenu, periode.contains(Instant(jourTenu, heure: 0)) else { return nil }
    let attended = presences.map { "\($0.poste) (\($0.participants))" }.joined(separator: ", ")
    return "\(prevue.numero), \(jourTenu.texte), \(prevue.lieu.texte) : \(attended)"
  }
}
