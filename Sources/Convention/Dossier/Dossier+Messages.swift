extension Dossier {
  /// What a message of an étude makes happen.
  ///
  /// Art. 7 (R024–R025). Money is taken in any state from an étude that holds or has held the dossier; everything else,
  /// once the dossier is ended or elsewhere, is kept without effect. Throws a `Refus` for what the convention forbids.
  /// - Parameters:
  ///   - relais: where the dossier would go if the étude refuses it.
  ///   - seuil: the director's written threshold for forced openings, under the étude's contract that day (R034).
  public func decide(
    _ message: Message, jour: Jour, instant: Instant, relais: Relais = .aucun, seuil: Montant? = nil
  ) throws(Refus) -> [Evenement] {
    guard etudes.contains(message.entete.etude) else {
      throw Refus(.etudeNonAttributaire, under: Article(.annexeEchanges, "II.1.1.1 a"))
    }
    try permit(message)
    if case .encaissement(let encaissement) = message.contenu {
      return try encaisser(encaissement, message.entete, instant: instant)
    }
    guard holds(message.entete.etude) || isRestitution(message) else {
      return [.messageConserve(MessageConserve(message: message))]
    }
    try permitNow(message, seuil: seuil)
    return effects(of: message, jour: jour, relais: relais)
  }

  /// What the convention forbids whatever the state.
  private func permit(_ message: Message) throws(Refus) {
    switch message.contenu {
    case .constat(let constat) where constat.code == Constat.Code.insolvabilite.rawValue:
      // Art. 3 ▸2 (R011): based on a carence noted earlier, or on what else proves it (« etc. »): never later than the finding.
      guard constat.referenceJustificatif != nil, let date = constat.dateJustificatif, date <= message.entete.fait
      else {
        throw Refus(.insolvabiliteSansJustificatif, under: Article(3))
      }
    case .acte where demande.phase == .comminatoire:
      // Art. 3, last alinéa (R014).
      throw Refus(.actePhaseComminatoire, under: Article(3))
    case .prolongation(let demande) where demande.finDemandee <= message.entete.fait:
      throw Refus(.termeDemandeNonPosterieur, under: Article(9, alinea: 3))
    case .accuse, .refus, .action, .constat, .renseignement, .encaissement, .prolongation, .autorisation, .acte,
      .justification, .fin, .retour, .avancement, .rectification:
      return
    }
  }

  /// What it forbids as the dossier now stands.
  private func permitNow(_ message: Message, seuil: Montant?) throws(Refus) {
    switch message.contenu {
    case .acte(let acte): try permit(acte, seuil: seuil)
    case .autorisation(let demande): try permit(demande)
    case .retour(let retour): try permit(retour)
    case .avancement: try permitAvancement()
    case .rectification(let rectification): try permit(rectification, of: message.entete.etude)
    case .fin: try permitFin()
    case .accuse, .refus, .action, .constat, .renseignement, .encaissement, .prolongation, .justification: return
    }
  }

  private func effects(of message: Message, jour: Jour, relais: Relais) -> [Evenement] {
    let entete = message.entete
    switch message.contenu {
    case .accuse(let accuse): return accuser(accuse, entete, jour: jour)
    case .refus(let refus):
      return refuser(DossierRefuse(entete: entete, refus: refus), then: relais)
    case .action(let action):
      return [.actionEngagee(ActionEngagee(entete: entete, action: action))]
    case .constat(let constat):
      return [.constatEtabli(ConstatEtabli(entete: entete, constat: constat))]
    case .renseignement(let item):
      return [.renseignementDonne(RenseignementDonne(entete: entete, renseignement: item))]
    case .prolongation(let item):
      return [
        .prolongationDemandee(
          ProlongationDemandee(entete: entete, demande: item, terme: terme ?? termePresume))
      ]
    case .autorisation(let item):
      return [.autorisationDemandee(AutorisationDemandee(entete: entete, demande: item))]
    case .acte(let acte): return [.acteSignale(ActeSignale(entete: entete, acte: acte))]
    case .justification(let item):
      return [.retardJustifie(RetardJustifie(entete: entete, justification: item))]
    case .fin(let fin): return [rendre(fin, entete)]
    case .retour(let item): return [.retourEtabli(RetourEtabli(entete: entete, retour: item))]
    case .avancement(let item): return [.avancementSignale(AvancementSignale(entete: entete, avancement: item))]
    case .rectification(let item): return [.messageRectifie(MessageRectifie(entete: entete, rectification: item))]
    case .encaissement: preconditionFailure("money is decided before the state of the dossier")
    }
  }

  /// Art. 9, al. 1 (R027): the first acknowledgement sets day 0, brought between the hand-over and today.
  private func accuser(_ accuse: Accuse, _ entete: EnteteMessage, jour: Jour) -> [Evenement] {
    guard let remise else { return [] }
    if let late = receptionReputee(before: jour) {
      return [.receptionReputee(late)] + following([.receptionReputee(late)]).accuser(accuse, entete, jour: jour)
    }
    let reception = remise.reception == nil ? min(max(accuse.jour, remise.jour), jour) : nil
    let start = reception ?? remise.reception?.jour ?? remise.jour
    let terme = actualisations.termeFixe ?? terme(reception: start, remise)
    return [
      .accuseRecu(AccuseRecu(entete: entete, accuse: accuse, reception: reception, terme: terme))
    ]
  }

  /// The term that a reception on the day of the hand-over would give.
  private var termePresume: Jour {
    guard let remise else { preconditionFailure("an étude that writes holds the dossier") }
    return terme(reception: remise.jour, remise)
  }

  private func rendre(_ fin: FinIntervention, _ entete: EnteteMessage) -> Evenement {
    .phaseTerminee(
      PhaseTerminee(
        motif: fin.motif, date: entete.fait, resteDu: resteDu, reprise: resteDu > .zero,
        etude: entete.etude, referenceDocument: fin.referenceDocument,
        empreinteDocument: fin.empreinteDocument, commentaire: fin.commentaire, entete: entete))
  }
}
