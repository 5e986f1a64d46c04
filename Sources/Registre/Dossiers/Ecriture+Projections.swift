import Convention

extension Ecriture {
  /// The lists that one event enters: numbers already used, payments, reminders.
  func project(_ evenement: Evenement, of dossier: Int64, _ trace: Trace) throws {
    if let entete = evenement.entete { try number(entete.numero, of: entete.etude, dossier) }
    switch evenement {
    case .actualisationRecue(let fait): try project(fait.actualisation, of: dossier, trace)
    case .dossierRemis(let fait): remises.note(fait)
    case .encaissementConstate(let fait): try project(fait, of: dossier, trace)
    case .relanceEmise(let fait): try project(fait.relance, of: dossier, trace)
    case .retardJustifie(let fait):
      try connection.runLater(
        "UPDATE relance SET justifiee = TRUE WHERE dossier = $1 AND rang = $2",
        [.int(dossier), .text(fait.justification.relance)])
    default: return
    }
  }

  private func number(_ numero: Int64, of etude: CodeEtude, _ dossier: Int64) throws {
    try connection.runLater(
      "INSERT INTO message(etude, numero, dossier) VALUES ($1, $2, $3)",
      [.text(etude.texte), .int(numero), .int(dossier)])
  }

  private func project(_ item: Actualisation, of dossier: Int64, _ trace: Trace) throws {
    try connection.runLater(
      "INSERT INTO actualisation(dossier, numero, fichier, octet, longueur) VALUES ($1, $2, $3, $4, $5)",
      [.int(dossier), .int(item.numero), .int(trace.fichier), .int(trace.octet), .int(trace.longueur)])
  }

  private func project(_ fait: EncaissementConstate, of dossier: Int64, _ trace: Trace) throws {
    let item = fait.encaissement
    let etude = fait.entete.etude.texte
    try connection.runLater(
      """
      INSERT INTO encaissement(etude, numero, dossier, fichier, jour, sens, recu, creance, excedent, annule)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
      """,
      [
        .text(etude), .text(item.numero), .int(dossier), .int(trace.fichier), .text(trace.jour.iso), .text(item.sens),
        .int(item.recu.cents), .int(item.creance.cents), .int(fait.excedent?.cents ?? 0), .text(item.annule),
      ])
    for numero in item.messages { try number(numero, of: fait.entete.etude, dossier) }
    guard let annule = item.annule else { return }
    try connection.runLater(
      "UPDATE encaissement SET annule_par = $1 WHERE etude = $2 AND numero = $3",
      [.text(item.numero), .text(etude), .text(annule)])
  }

  private func project(_ relance: Relance, of dossier: Int64, _ trace: Trace) throws {
    try connection.runLater(
      "INSERT INTO relance(dossier, etude, rang, objet, jour) VALUES ($1, $2, $3, $4, $5)",
      [
        .int(dossier), .text(relance.etude.texte), .text(relance.rang.rawValue), .text(relance.objet.rawValue),
        .text(trace.jour.iso),
      ])
  }
}

extension Evenement {
  /// The étude's own numbering, for an event that comes from a message.
  public var entete: EnteteMessage? {
    switch self {
    case .accuseRecu(let fait): fait.entete
    case .dossierRefuse(let fait): fait.entete
    case .actionEngagee(let fait): fait.entete
    case .constatEtabli(let fait): fait.entete
    case .renseignementDonne(let fait): fait.entete
    case .encaissementConstate(let fait): fait.entete
    case .prolongationDemandee(let fait): fait.entete
    case .autorisationDemandee(let fait): fait.entete
    case .acteSignale(let fait): fait.entete
    case .retardJustifie(let fait): fait.entete
    case .retourEtabli(let fait): fait.entete
    case .avancementSignale(let fait): fait.entete
    case .messageRectifie(let fait): fait.entete
    case .messageConserve(let fait): fait.message.entete
    case .phaseTerminee(let fait): fait.entete
    case .dossierTransmis, .dossierMisEnAttente, .dossierRemis, .demandeEcartee, .receptionReputee,
      .actualisationRecue, .relanceEmise, .dossierRouvert:
      nil
    }
  }
}
