extension Facture {
  /// Art. 17 (R066): the director receives it, and the thirty days run.
  public func recevoir(le jour: Jour, report: Report642 = .defaut) throws(Refus) -> [Acte] {
    guard etat == .emise, jour >= projet.le else { throw nonPayable }
    return [.recue(le: jour, limite: LimiteDePaiement(reception: jour, projet.departement, report: report).jour)]
  }

  /// All of it or a part, never more than what is left.
  public func payer(le jour: Jour, montant: Montant) throws(Refus) -> [Acte] {
    guard etat == .recue, let reception, jour >= reception else { throw nonPayable }
    guard montant > .zero, montant <= resteAPayer else { throw Refus(.montantHorsBornes, under: Article(17)) }
    return [.payee(le: jour, montant: montant)]
  }

  /// With a reason, before any payment; its lines may then be billed again.
  public func rejeter(le jour: Jour, motif: String) throws(Refus) -> [Acte] {
    guard etat == .emise || etat == .recue, paiements.isEmpty, paiementsDInterets.isEmpty, jour >= projet.le else {
      throw nonPayable
    }
    guard (try? TexteLibre(motif, on: jour)) != nil else { throw Refus(.texteHorsBornes, under: Article(17)) }
    return [.rejetee(le: jour, motif: motif)]
  }

  /// Art. 17 (R067): by right, whether claimed or not, as known on that day; nil before the reception.
  public func interets(au jour: Jour) -> InteretsMoratoires? {
    guard let reception, let limite, etat != .rejetee else { return nil }
    let paid = paiements.filter { $0.jour <= jour }.map { InteretsMoratoires.Part($0.montant, jusquau: $0.jour) }
    let left = paid.reduce(montant) { $0 - $1.principal }
    return InteretsMoratoires(
      paid + [.init(left, jusquau: jour)], reception: reception, limite: limite, contratDu: contratDu)
  }

  /// The étude claims what the delay owes; refused while nothing is late.
  public func reclamerInterets(le jour: Jour) throws(Refus) -> [Acte] {
    guard let interets = interets(au: jour), interets.retardDays > 0 else { throw nonPayable }
    return [.interetsReclames(le: jour, interets: interets)]
  }

  /// Art. 17 (R067): what was claimed, all of it or a part, from the day it was first claimed on.
  ///
  /// Reading: each claim counts the whole delay anew, so the last one is the most that is paid.
  public func payerInterets(le jour: Jour, montant: Montant) throws(Refus) -> [Acte] {
    guard etat != .rejetee, let reclamesLe, jour >= reclamesLe else { throw nonPayable }
    guard montant > .zero, montant <= resteDInterets else { throw Refus(.montantHorsBornes, under: Article(17)) }
    return [.interetsPayes(le: jour, montant: montant)]
  }

  private var nonPayable: Refus { Refus(.factureNonPayable, under: Article(17)) }
}
