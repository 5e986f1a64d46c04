/// What the tariff gives on all the payments of a dossier so far.
///
/// R060: each payment adds the difference with what was due before it, so ten instalments give the fee of one payment.
/// Reading: the VAT is that of the rate of each payment, rounded on all that this rate bears; a change of rate taxes nothing twice.
struct CumulDHonoraires: Hashable, Sendable {
  let territoire: TerritoireFiscal
  /// The day whose scale is read for every payment; nil: the day of each.
  let jourDuBareme: Jour?
  private(set) var base = Montant.zero
  private(set) var ht = Montant.zero
  private var htParTaux: [Taux: Montant] = [:]

  init(_ territoire: TerritoireFiscal, jourDuBareme: Jour? = nil) {
    self.territoire = territoire
    self.jourDuBareme = jourDuBareme
  }

  var honoraire: Honoraire {
    htParTaux.reduce(.zero) { $0 + Honoraire(ht: $1.value, taux: $1.key) }
  }

  /// The same with one more payment on the debt.
  func adding(_ principal: Montant, le jour: Jour) -> CumulDHonoraires {
    let scale = jourDuBareme ?? jour
    var after = self
    after.base = base + principal
    after.ht = HonoraireAmiable.ht(surBase: after.base, on: scale)
    after.htParTaux[territoire.tva.value(on: scale), default: .zero] += after.ht - ht
    return after
  }
}
