extension Dossier {
  /// Why each date of the dossier is what it is, in the order of its life.
  public func explicationsDesDates(on jour: Jour) -> [Explication] {
    [explicationReception, explicationTerme, explicationPremiereLettre, explicationSecondeLettre]
      .compactMap { $0 } + explicationsDesRelances(on: jour)
      + [explicationFinDeSuspension(on: jour), explicationPrescription].compactMap { $0 }
      + encaissements.map(\.explicationDeLaLimite)
  }

  /// Day 0 of the phase (art. 9, al. 1; annexe qualité I.2; R027, R156).
  private var explicationReception: Explication? {
    guard let remise, let reception = remise.reception else { return nil }
    let delay = Bareme.relanceDays[.accuse]?.appliquee(on: remise.jour)
    let how = reception.reputee ? "réception réputée au jour de la remise, faute d’accusé" : "accusé de l’étude"
    return Explication(
      "Réception par l’étude", regle: "ReceptionReputee",
      articles: [Article(9, alinea: 1), Article(.annexeQualite, "I.2")], exigences: ["R027", "R156"],
      politique: "L’accusé compte entre la remise et le jour où il est reçu ; sans lui, la remise vaut réception.",
      donnees: [.init("Remis à l’étude le", remise.jour.texte), .init("Établie par", how)],
      valeurs: reception.reputee ? [delay].compactMap { $0 } : [], resultat: reception.jour.texte)
  }

  /// Art. 9, al. 1 and 3, art. 10, al. 1 (R027, R030–R032).
  private var explicationTerme: Explication? {
    guard let terme, let remise else { return nil }
    if let fixe = actualisations.termeFixe {
      return Explication(
        "Terme de la phase", regle: "Actualisations.termeFixe", articles: [Article(9, alinea: 3)], exigences: ["R031"],
        donnees: [.init("Décision du comptable", fixe.texte)], resultat: fixe.texte)
    }
    guard let reception = remise.reception?.jour else { return nil }
    let plain = reception.adding(days: remise.delaiDays)
    let delay = demande.phase == .comminatoire ? Bareme.delaiComminatoireDays : Bareme.delaiJudiciaireDays
    return Explication(
      "Terme de la phase", regle: "Dossier.terme", articles: [articleTerme] + (plain == terme ? [] : [.report]),
      exigences: [demande.phase == .comminatoire ? "R027" : "R032"],
      politique: demande.phase == .comminatoire
        ? "Le jour de la réception est le jour 0 ; jours civils, sans report."
        : "Le jour de la réception est le jour 0 ; le terme d’un acte de procédure est reporté au premier jour ouvrable.",
      donnees: [
        .init("Réception", reception.texte),
        .init("Durée au contrat, le jour de la remise", "\(remise.delaiDays) jours"),
      ], valeurs: [delay.appliquee(on: reception)],
      calcul: ["\(reception.texte) + \(remise.delaiDays) jours = \(plain.texte)"]
        + (plain == terme ? [] : ["\(plain.texte) n’est pas ouvrable : reporté au \(terme.texte)"]),
      resultat: terme.texte)
  }

  /// Annexe qualité I.1 (R147).
  private var explicationPremiereLettre: Explication? {
    guard demande.phase == .comminatoire, let reception = remise?.reception?.jour, let limit = limitePremiereLettre
    else { return nil }
    let delay = Bareme.premiereLettreDays.appliquee(on: reception)
    return Explication(
      "Dernier jour de la première lettre", regle: "Dossier.limitePremiereLettre",
      articles: [Article(.annexeQualite, "I.1")], exigences: ["R147"],
      donnees: [.init("Réception", reception.texte)], valeurs: [delay],
      calcul: ["\(reception.texte) + \(delay.texte) = \(limit.texte)"], resultat: limit.texte)
  }

  /// Annexe qualité I.1 (R148).
  private var explicationSecondeLettre: Explication? {
    guard let alert = secondeLettreDue, let terme else { return nil }
    let delay = Bareme.alerteSecondeLettreDays.appliquee(on: terme)
    return Explication(
      "Alerte de la seconde lettre", regle: "Dossier.secondeLettreDue", articles: [Article(.annexeQualite, "I.1")],
      exigences: ["R148"], politique: "Le texte dit « avant la fin », sans chiffre.",
      donnees: [.init("Terme", terme.texte), .init("Veille du terme, dernier jour", terme.adding(days: -1).texte)],
      valeurs: [delay],
      calcul: ["\(terme.texte) − \(delay.texte) = \(alert.texte)"], resultat: alert.texte)
  }

  /// Annexe qualité I.2 (R154–R159): from the hand-over, the same for all.
  private func explicationsDesRelances(on jour: Jour) -> [Explication] {
    guard etat == .remis, let remise else { return [] }
    return Relance.Rang.allCases.compactMap { rang in
      guard !relances.contains(where: { $0.rang == rang }),
        let delay = Bareme.relanceDays[rang]?.appliquee(on: remise.jour)
      else { return nil }
      let due = remise.jour.adding(days: rang.days(on: remise.jour))
      return Explication(
        "Relance de l’étude, si rien ne vient d’ici là", regle: "Relance", articles: [Article(.annexeQualite, "I.2")],
        exigences: ["R156", "R157", "R158"],
        politique: "Comptée depuis la remise par le centre, non depuis la réception.",
        donnees: [.init("Remis le", remise.jour.texte)], valeurs: [delay],
        calcul: ["\(remise.jour.texte) + \(delay.texte) = \(due.texte)"], resultat: due.texte)
    }
  }

  /// Art. 10, al. 5 (R037); L.1617-5, 3°, CGCT.
  private var explicationPrescription: Explication? {
    let followed = prescription
    guard let last = followed.dernierJour else { return nil }
    let interruption = followed.interruptions.filter { $0 <= last }.max()
    return Explication(
      "Prescription de l’action du comptable", regle: "Prescription",
      articles: [Article(10, alinea: 5), Article(.codeCollectivites, "L.1617-5")], exigences: ["R037"],
      politique: "Seul le procès-verbal de carence l’interrompt ici ; le délai repart alors en entier.",
      donnees: [.init("Date de la demande", followed.initiale?.texte ?? "non indiquée")]
        + followed.interruptions.map { .init("Procès-verbal de carence", $0.texte) },
      valeurs: interruption.map { [Bareme.prescriptionYears.appliquee(on: $0)] } ?? [], resultat: last.texte)
  }
}

extension Article {
  /// The postponement of a delay to the first working day.
  static let report = Article(.codeProcedureCivile, "642")
}

extension EncaissementConstate {
  /// Art. 14 (R055–R057).
  var explicationDeLaLimite: Explication {
    LimiteDeReversement(.init(ordre: encaissement.ordre, moyen: encaissement.moyen), recuLe: entete.fait).explication
  }
}
