/// The delays of the follow-up, each from its own day 0.
extension Explication {
  /// Annexe qualité I.1 (R147).
  static func premiereLettre(reception: Jour) -> Explication {
    let delay = Bareme.premiereLettreDays.appliquee(on: reception)
    let limit = reception.adding(days: Bareme.premiereLettreDays.value(on: reception))
    return Explication(
      "Dernier jour de la première lettre", regle: "Dossier.limitePremiereLettre",
      articles: [Article(.annexeQualite, "I.1")], exigences: ["R147"],
      donnees: [.init("Réception", reception.texte)], valeurs: [delay],
      calcul: ["\(reception.texte) + \(delay.texte) = \(limit.texte)"], resultat: limit.texte)
  }

  /// Annexe qualité I.1 (R148).
  static func secondeLettre(terme: Jour) -> Explication {
    let delay = Bareme.alerteSecondeLettreDays.appliquee(on: terme)
    let alert = terme.adding(days: -Bareme.alerteSecondeLettreDays.value(on: terme))
    return Explication(
      "Alerte de la seconde lettre", regle: "Dossier.secondeLettreDue", articles: [Article(.annexeQualite, "I.1")],
      exigences: ["R148"], politique: "Le texte dit « avant la fin », sans chiffre.",
      donnees: [.init("Terme", terme.texte)], valeurs: [delay],
      calcul: ["\(terme.texte) − \(delay.texte) = \(alert.texte)"], resultat: alert.texte)
  }

  /// Annexe qualité I.1 (R148): « avant la fin », so the day before the last at the latest.
  static func derniereLettre(terme: Jour) -> Explication {
    let last = terme.adding(days: -1)
    return Explication(
      "Dernier jour de la seconde lettre", regle: "Echeance", articles: [Article(.annexeQualite, "I.1")],
      exigences: ["R148"], politique: "« Avant la fin » : au plus tard la veille du terme.",
      donnees: [.init("Terme", terme.texte)], calcul: ["\(terme.texte) − 1 jour = \(last.texte)"],
      resultat: last.texte)
  }

  /// Annexe qualité I.2 (R154–R159): from the hand-over, the same for all.
  static func relance(_ rang: Relance.Rang, remise: Jour) -> Explication {
    let delay = Bareme.relanceDays[rang]?.appliquee(on: remise)
    let due = remise.adding(days: rang.days(on: remise))
    return Explication(
      "Relance de l’étude, si rien ne vient d’ici là", regle: "Relance", articles: [Article(.annexeQualite, "I.2")],
      exigences: ["R156", "R157", "R158"],
      politique: "Comptée depuis la remise par le centre, non depuis la réception.",
      donnees: [.init("Remis le", remise.texte)], valeurs: [delay].compactMap(\.self),
      calcul: ["\(remise.texte) + \(rang.days(on: remise)) jours = \(due.texte)"], resultat: due.texte)
  }
}

extension Prescription {
  /// Art. 10, al. 5 (R037); L.1617-5, 3°, CGCT; nil if nothing says it.
  public var explication: Explication? {
    guard let last = dernierJour else { return nil }
    let counting = interruptions.filter { $0 <= last }.max()
    return Explication(
      "Prescription de l’action du comptable", regle: "Prescription",
      articles: [Article(10, alinea: 5), Article(.codeCollectivites, "L.1617-5")], exigences: ["R037"],
      politique: "Seul le procès-verbal de carence l’interrompt ici ; le délai repart alors en entier.",
      donnees: [.init("Date de la demande", initiale?.texte ?? "non indiquée")]
        + interruptions.map { .init("Procès-verbal de carence", $0.texte) },
      valeurs: counting.map { [Bareme.prescriptionYears.appliquee(on: $0)] } ?? [],
      calcul: counting.map { ["\($0.texte) + \(Bareme.prescriptionYears.value(on: $0)) ans = \(last.texte)"] } ?? [],
      resultat: last.texte)
  }
}
