extension Dossier {
  /// Why each date of the dossier is what it is, in the order of its life.
  public func explicationsDesDates(on jour: Jour) -> [Explication] {
    [explicationReception, explicationTerme, explicationPremiereLettre, explicationSecondeLettre]
      .compactMap { $0 } + explicationsDesRelances
      + [explicationDerniereLettre, explicationFinDeSuspension(on: jour), prescription.explication].compactMap { $0 }
      + encaissements.filter { $0.encaissement.annule == nil }.map(\.explicationDeLaLimite)
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
    guard terme != nil, let remise else { return nil }
    if let fixe = actualisations.termeFixe {
      return Explication(
        "Terme de la phase", regle: "Actualisations.termeFixe", articles: [Article(9, alinea: 3)], exigences: ["R031"],
        donnees: [.init("Décision du comptable", fixe.texte)], resultat: fixe.texte)
    }
    guard let reception = remise.reception?.jour else { return nil }
    return termeDePhase(reception: reception, remise).explication
  }

  /// Annexe qualité I.1 (R147).
  private var explicationPremiereLettre: Explication? {
    guard demande.phase == .comminatoire, let reception = remise?.reception?.jour else { return nil }
    return .premiereLettre(reception: reception)
  }

  /// Annexe qualité I.1 (R148).
  private var explicationSecondeLettre: Explication? {
    guard secondeLettreDue != nil, let terme else { return nil }
    return .secondeLettre(terme: terme)
  }

  /// Annexe qualité I.2 (R154–R159): those that were not sent.
  private var explicationsDesRelances: [Explication] {
    guard etat == .remis, let remise else { return [] }
    return Relance.Rang.allCases.filter { rang in !relances.contains { $0.rang == rang } }
      .map { .relance($0, remise: remise.jour) }
  }

  /// Annexe qualité I.1 (R148): the day before the term, while the second letter is still to come.
  private var explicationDerniereLettre: Explication? {
    guard etat == .remis, demande.phase == .comminatoire, actions.secondeLettre == nil, let terme else { return nil }
    return .derniereLettre(terme: terme)
  }

  /// Why a date to come is that one; nil where it no longer is one of the dossier's.
  public func explication(of echeance: Echeance, on jour: Jour) -> Explication? {
    switch echeance.nature {
    case .accuse: remise.map { .relance(.accuse, remise: $0.jour) }
    case .premiereLettre: explicationPremiereLettre
    case .secondeLettre: terme.map { .derniereLettre(terme: $0) }
    case .finSuspension: explicationFinDeSuspension(on: jour)
    case .terme: explicationTerme
    case .prescription: prescription.explication
    case .relance:
      remise.flatMap { remise in
        Relance.Rang.allCases.first { remise.jour.adding(days: $0.days(on: remise.jour)) == echeance.jour }
          .map { .relance($0, remise: remise.jour) }
      }
    }
  }
}

extension EncaissementConstate {
  /// Art. 14 (R055–R057).
  var explicationDeLaLimite: Explication {
    LimiteDeReversement(.init(ordre: encaissement.ordre, moyen: encaissement.moyen), recuLe: entete.fait).explication
      .titled("Date limite de reversement de \(encaissement.numero)")
  }
}
