/// What an amount costs by itself, without a dossier: to answer « why so much » before anything is paid.
///
/// Art. 15 and 16 (R060, R061, R063). Nothing was paid before it: one amount, one minimum, one cap.
public struct CoutDUnMontant: Hashable, Sendable {
  public let montant: Montant
  public let jour: Jour
  public let territoire: TerritoireFiscal

  public init(_ montant: Montant, le jour: Jour, _ territoire: TerritoireFiscal) {
    self.montant = montant
    self.jour = jour
    self.territoire = territoire
  }

  /// The fee of the phase comminatoire: on the amount as principal, or on what a policy leaves to the debt.
  public func amiable(_ politique: PolitiqueDImputation? = nil) throws(Refus) -> [Explication] {
    guard let politique else { return [HonoraireAmiable(surBase: montant, le: jour, territoire).explication] }
    let partage = try CompteDHonoraires(territoire).partage(montant, le: jour, politique)
    return [
      partage.explication(politique),
      HonoraireAmiable(surBase: partage.principal, le: jour, territoire).explication,
    ]
  }

  /// The degressive right alone; or, with the code of an act, the act that aims at the amount, then the amount paid that day.
  public func judiciaire(
    acte code: String? = nil, redevableDuDroit: RedevableDuDroit = .defaut
  ) throws(Refus) -> [Explication] {
    guard montant > .zero else { throw Refus(.montantHorsBornes, under: Article(16, alinea: 3)) }
    guard let code else {
      return [
        TarifJudiciaire.explicationDuDroit(sur: montant, le: jour, territoire, redevableDuDroit: redevableDuDroit)
      ]
    }
    let cadre = CadreDeLiquidation(
      dossier: "", phase: .judiciaire, etatPoursuites: "sans dossier", territoire: territoire, ressort: [])
    let liquidation = try Liquidation(
      cadre, [.acte(code: code, le: jour, vise: montant), .paiement(le: jour, montant)],
      redevableDuDroit: redevableDuDroit)
    return (liquidation.lignes + liquidation.aChargeDuDebiteur).map(\.explication)
  }
}
