extension RegistreDesSommes {
  /// Follows a payment of a dossier, or the cancellation of one; a payment of another étude changes nothing.
  ///
  /// Reading: a cheque to the Trésor is handed over on its day of `remise`; a fact dated before the receipt counts on the
  /// day of the receipt, for what was accepted is not refused here.
  public mutating func follow(
    _ fait: EncaissementConstate, of demande: CleDemande, poste: String
  ) throws(Refus) {
    guard fait.entete.etude == etude else { return }
    let item = fait.encaissement
    if let annule = item.annule {
      let cle = SommeDetenue.Cle(dossier: demande, numero: annule)
      try cancel(cle, le: max(fait.entete.fait, self[cle]?.recuLe ?? fait.entete.fait))
    } else {
      let somme = SommeDetenue(fait, of: demande, poste: poste, politique)
      try receive(somme)
      guard somme.versement == .auTresor, let remise = item.remise else { return }
      try pass(somme.cle, le: max(remise, somme.recuLe))
    }
  }

  /// All the payments of a dossier, in their order.
  public mutating func follow(_ dossier: Dossier) throws(Refus) {
    for fait in dossier.encaissements { try follow(fait, of: dossier.demande.cle, poste: dossier.demande.poste) }
  }
}

extension SommeDetenue {
  /// A payment as its dossier keeps it, with the limit that was then computed unless another policy is asked for.
  ///
  /// - Parameter poste: the codique of the demand's poste.
  public init(
    _ fait: EncaissementConstate, of demande: CleDemande, poste: String, _ politique: PolitiqueDesAcomptes = .defaut
  ) {
    let item = fait.encaissement
    let versement = LimiteDeReversement.Versement(ordre: item.ordre, moyen: item.moyen)
    let part: LimiteDeReversement.Part = fait.resteDu > .zero ? .acompte : .solde
    let limite =
      switch politique {
      case .convention: fait.limiteReversement
      case .decret2014:
        LimiteDeReversement(versement, recuLe: fait.entete.fait, part: part, politique: politique).jour
      }
    self.init(
      cle: Cle(dossier: demande, numero: item.numero), etude: fait.entete.etude, poste: poste, recuLe: fait.entete.fait,
      versement: versement, creance: item.creance,
      fraisHT: item.fraisHT ?? .zero, tva: item.tva ?? .zero, limite: limite)
  }
}
