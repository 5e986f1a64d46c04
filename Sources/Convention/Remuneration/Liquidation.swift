/// What a judicial dossier costs: its lines, each with its reasons.
///
/// Art. 4 and 16 (R017, R061–R065). The acts and flat sums go to the director; the proportional right to whom the policy
/// says. Each line is under the tariff of its own day.
/// Left out: the increase of art. 659 CPC (a search finds a disparition, which pays nothing), the delays granted of art. 15,
/// outlays, the right of art. 10 (art. 11), the overseas increases of A444-10.
public struct Liquidation: Hashable, Sendable {
  /// To the director.
  public private(set) var lignes: [Ligne] = []
  /// On top of the debt, to the debtor: never on an invoice.
  public private(set) var aChargeDuDebiteur: [Ligne] = []

  /// In the order of the days, acts first.
  public init(
    _ cadre: CadreDeLiquidation, _ prestations: [PrestationJudiciaire],
    redevableDuDroit: RedevableDuDroit = .defaut, jourDuBareme: Jour? = nil
  ) throws(Refus) {
    var calcul = CalculDeLiquidation(cadre: cadre, jourDuBareme: jourDuBareme)
    let ordered = prestations.enumerated().sorted {
      ($0.element.jour, $0.element.ordre, $0.offset) < ($1.element.jour, $1.element.ordre, $1.offset)
    }
    for (_, prestation) in ordered {
      let due = try calcul.lignes(of: prestation)
      switch (prestation, redevableDuDroit) {
      case (.paiement, .debiteur): aChargeDuDebiteur += due
      case (.paiement, .directeur), (.acte, _), (.suspension, _), (.nouvelleAdresse, _), (.disparition, _):
        lignes += due
      }
    }
  }

  /// What the director owes.
  public var total: Honoraire { lignes.reduce(.zero) { $0 + $1.ligne.honoraire } }
  /// What the debtor owes beside the debt.
  public var totalDuDebiteur: Honoraire { aChargeDuDebiteur.reduce(.zero) { $0 + $1.ligne.honoraire } }
}
