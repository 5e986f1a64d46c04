extension CompteDHonoraires {
  /// The largest principal P with P + fee on it, less what was taken, at most the sum; nil if even nothing exceeds it,
  /// because a fee that waits is larger than the sum.
  ///
  /// Exact: the fee never goes down when P goes up, so halves are enough (R060).
  public func principal(dans recu: Montant, le jour: Jour, auPlus resteDu: Montant? = nil) -> Montant? {
    func fits(_ cents: Int64) -> Bool {
      Montant(cents: cents) + attendu(for: Montant(cents: cents), le: jour).ttc <= recu
    }
    guard recu >= .zero, fits(0) else { return nil }
    var (low, high) = (Int64(0), min(recu, max(.zero, resteDu ?? recu)).cents)
    while low < high {
      let middle = low + (high - low + 1) / 2
      if fits(middle) { low = middle } else { high = middle - 1 }
    }
    return Montant(cents: low)
  }

  /// How a sum known only as a whole is parted; `resteDu` bounds what the debt takes.
  ///
  /// Reading: what the inversion leaves, a cent or a sum below the minimum with tax, goes to the debt and its fee waits.
  public func partage(
    _ recu: Montant, le jour: Jour, _ politique: PolitiqueDImputation, resteDu: Montant? = nil
  ) throws(Refus) -> PartageDePaiement {
    guard recu > .zero else { throw Refus(.montantHorsBornes, under: Article(7, alinea: 2)) }
    switch politique {
    case .partDeclaree: return partage(recu, le: jour, keeping: .zero, resteDu)
    case .brutVentile: return ventile(recu, le: jour, resteDu)
    case .fraisDabord: return fraisDabord(recu, le: jour, resteDu)
    case .fraisEnSus:
      let principal = min(recu, resteDu ?? recu)
      let frais = attendu(for: principal, le: jour)
      return partage(recu + frais.ttc, le: jour, keeping: frais, resteDu)
    }
  }

  private func ventile(_ recu: Montant, le jour: Jour, _ resteDu: Montant?) -> PartageDePaiement {
    guard let principal = principal(dans: recu, le: jour, auPlus: resteDu) else {
      return partage(recu, le: jour, keeping: .zero, resteDu)
    }
    return partage(recu, le: jour, keeping: attendu(for: principal, le: jour), resteDu)
  }

  private func fraisDabord(_ recu: Montant, le jour: Jour, _ resteDu: Montant?) -> PartageDePaiement {
    guard enAttente.ttc > recu else { return ventile(recu, le: jour, resteDu) }
    let taux = territoire.tva.value(on: jourDuBareme ?? jour)
    return partage(recu, le: jour, keeping: Honoraire(ttc: recu, taux: taux), resteDu)
  }

  private func partage(
    _ total: Montant, le jour: Jour, keeping honoraire: Honoraire, _ resteDu: Montant?
  ) -> PartageDePaiement {
    let disponible = total - honoraire.ttc
    let principal = min(disponible, max(.zero, resteDu ?? disponible))
    let reste = attendu(for: principal, le: jour) - honoraire
    return PartageDePaiement(
      principal: principal, honoraire: honoraire, excedent: disponible - principal,
      enAttente: reste.ttc > .zero ? reste : .zero)
  }
}
