extension Dossier {
  /// Art. 7, al. 2 (R025, R132): every payment counts, whatever the state; the due stops at zero and an excess is said.
  func encaisser(
    _ encaissement: Encaissement, _ entete: EnteteMessage, instant: Instant
  ) throws(Refus) -> [Evenement] {
    let constate: EncaissementConstate
    if let annule = encaissement.annule {
      constate = try annulation(of: annule, by: encaissement, entete)
    } else {
      constate = imputation(of: encaissement, entete)
    }
    let event = Evenement.encaissementConstate(constate)
    return [event] + consequences(of: event, jour: entete.fait, instant: instant)
  }

  private func imputation(of item: Encaissement, _ entete: EnteteMessage) -> EncaissementConstate {
    let parts = item.ventilation.isEmpty ? Compte.spread(item.creance, over: restes) : item.ventilation
    let before = resteDu
    let constate = EncaissementConstate(
      entete: entete, encaissement: item, imputations: parts,
      limiteReversement: item.limiteReversement(received: entete.fait),
      reference: reference(of: entete.etude), resteDu: .zero)
    let after = following([.encaissementConstate(constate)]).resteDu
    let excess = item.creance - (before - after)
    var result = constate
    result.resteDu = after
    result.excedent = excess > .zero ? excess : nil
    return result
  }

  private func reference(of etude: CodeEtude) -> String? {
    remise?.etude == etude ? remise?.reference : nil
  }

  /// The entire cancellation of an earlier payment of the same étude.
  private func annulation(
    of numero: String, by item: Encaissement, _ entete: EnteteMessage
  ) throws(Refus) -> EncaissementConstate {
    guard let original = encaissement(numero, of: entete.etude) else {
      throw Refus(.encaissementInconnu, under: Article(7, alinea: 2))
    }
    var constate = EncaissementConstate(
      entete: entete, encaissement: item, imputations: original.imputations,
      limiteReversement: original.limiteReversement, reference: original.reference, resteDu: .zero)
    constate.resteDu = following([.encaissementConstate(constate)]).resteDu
    return constate
  }

  /// The last cent ends the phase; a debt that comes back reopens it, unless the comptable recalled it meanwhile.
  private func consequences(of event: Evenement, jour: Jour, instant: Instant) -> [Evenement] {
    let after = following([event])
    if !estClos, !estEcarte, etat != .transmis, resteDu > .zero, after.resteDu == .zero {
      return [after.terminaison(.solde, date: jour, reprise: false)]
    }
    if after.isEndUndone(since: self) { return [reouverture(instant)] }
    return []
  }
}
