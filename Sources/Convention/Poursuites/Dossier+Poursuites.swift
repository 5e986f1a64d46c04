extension Dossier {
  /// Whether the convention lets the étude do this act (art. 10; art. 12).
  ///
  /// - Parameter seuil: the director's written threshold for forced openings, if any.
  func permit(_ acte: Acte, seuil: Montant?) throws(Refus) {
    guard !Acte.sansProcesVerbal.contains(acte.code) else {
      throw Refus(.procesVerbalInexistant, under: Article(10, alinea: 8))
    }
    try demande.poursuites?.requireLink(acte.etatPoursuites)
    if let code = Acte.Code(rawValue: acte.code) { try permit(code, acte) }
    // Whatever the act, even one that no rule names.
    if acte.ouvertureForcee == true {
      _ = try OuvertureForcee(creance: resteDu, seuil: seuil, permission: ouverturePermise)
    }
  }

  private func permit(_ code: Acte.Code, _ acte: Acte) throws(Refus) {
    if code == .carence { _ = try Carence(acte) }
    if code == .receptionDeDeniers { try requirePaidToEtude() }
    if let mesure = code.mesure { try requireAgreed(mesure) }
    if code.conduitALaVente { try requireSaleAllowed() }
  }

  /// Art. 10, al. 4 (R036): the whole debt, and all of it in the étude's hands.
  ///
  /// Reading: since the demand nothing came from elsewhere, neither a payment to the comptable nor a reduction or a cheque to the Trésor.
  private func requirePaidToEtude() throws(Refus) {
    let elsewhere = actualisations.actives.contains { $0.effet == .reduction || $0.extinguishes }
    let received = encaissements.filter { encaissement($0.encaissement.numero, of: $0.entete.etude) != nil }
    guard resteDu == .zero, !received.isEmpty, !elsewhere, received.allSatisfy({ $0.encaissement.ordre == "E" }) else {
      throw Refus(.deniersPartiels, under: Article(10, alinea: 4))
    }
  }

  /// Art. 4 and art. 10, al. 7 (R015, R040): one procedure at first, another one only after the comptable's express consent.
  ///
  /// Reading: a demand whose measure is « autre », or that came before measures were kept, leaves the étude the choice.
  private func requireAgreed(_ mesure: String) throws(Refus) {
    guard let demandee = demande.poursuites?.mesure, demandee != "AUT", demandee != mesure else { return }
    guard isGranted(.mesure, mesure) else { throw Refus(.mesureSansAccord, under: Article(10, alinea: 7)) }
  }

  /// Art. 10, al. 6 (R039).
  private func requireSaleAllowed() throws(Refus) {
    guard isGranted(.vente) else { throw Refus(.venteSansAutorisation, under: Article(10, alinea: 6)) }
  }

  /// Art. 10, al. 6 (R039): the copy of the procès-verbal goes with the request to sell.
  func permit(_ autorisation: DemandeAutorisation) throws(Refus) {
    guard demande.phase == .judiciaire else { throw Refus(.horsPhaseJudiciaire, under: Article(10)) }
    guard Autorisation.Objet(rawValue: autorisation.objet) == .vente else { return }
    guard poursuites.acte(.saisieVente) != nil, autorisation.referenceDocument != nil else {
      throw Refus(.venteSansSaisie, under: Article(10, alinea: 6))
    }
  }

  /// Art. 10, al. 8 ▸3 and art. 12 ▸3 (R043, R051).
  func permit(_ retour: RetourCirconstancie) throws(Refus) {
    guard demande.phase == .judiciaire else { throw Refus(.horsPhaseJudiciaire, under: Article(10, alinea: 8)) }
    guard attendFormulaire else { throw Refus(.formulaireSansSuspension, under: Article(12)) }
    try demande.poursuites?.requireLink(retour.etatPoursuites)
  }

  /// Art. 10, al. 2 (R033): a report belongs to the judicial recovery.
  func permitAvancement() throws(Refus) {
    guard demande.phase == .judiciaire else { throw Refus(.horsPhaseJudiciaire, under: Article(10, alinea: 2)) }
  }

  /// Art. 12 ▸3 (R051): the dossier suspended by the comptable is not handed back without its form.
  func permitFin() throws(Refus) {
    guard !attendFormulaire else { throw Refus(.suspensionSansFormulaire, under: Article(12)) }
  }

  /// Art. 7, al. 1: an étude takes back what it told, never what moved money or a term.
  func permit(_ rectification: Rectification, of etude: CodeEtude) throws(Refus) {
    let known = encaissements.contains { $0.entete.etude == etude && $0.entete.numero == rectification.message }
    guard !known else { throw Refus(.rectificationImpossible, under: Article(7)) }
    guard rectifiables.contains(where: { $0.etude == etude && $0.numero == rectification.message }) else {
      throw Refus(.messageInconnu, under: Article(7))
    }
  }

  /// Headers of the messages that may still be taken back.
  public var rectifiables: [EnteteMessage] {
    engagees.map(\.entete) + constats.map(\.entete) + poursuites.actes.map(\.entete) + poursuites.retours.map(\.entete)
      + poursuites.avancements.map(\.entete)
  }

  /// Art. 12 (R049–R051): what the étude still owes once the judicial recovery has ended — procès-verbaux drawn up before the end, the
  /// one that closes a debt paid in its hands, and the forms of suspension.
  func isRestitution(_ message: Message) -> Bool {
    guard demande.phase == .judiciaire, let fin, remise?.etude == message.entete.etude else { return false }
    switch message.contenu {
    case .retour: return true
    case .acte(let acte):
      return message.entete.fait <= fin.date || acte.code == Acte.Code.receptionDeDeniers.rawValue
    case .accuse, .refus, .action, .constat, .renseignement, .encaissement, .prolongation, .autorisation,
      .justification,
      .fin, .avancement, .rectification:
      return false
    }
  }
}
