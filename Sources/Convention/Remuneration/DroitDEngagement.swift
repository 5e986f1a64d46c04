/// The right that the first act of pursuit of a claim brings.
///
/// Décret 96-1080, art. 13 and 14 (R061); A444-15 since 2016. Once for a claim, credited on the proportional right.
/// Reading: a slice that is started counts whole.
public enum DroitDEngagement: Hashable, Sendable {
  /// Two « taux de base » for each started `pas` up to `jusqua` (nil: without end), then the next; minimum and maximum in taux.
  case tauxDeBase([Tranche], minimum: Int64, maximum: Int64)
  case degressif(DroitDegressif)

  public struct Tranche: Hashable, Sendable {
    public let jusqua: Montant?
    public let pas: Montant
    public let taux: Int64
  }

  /// In « taux de base »; nil where the tariff counts in euros.
  public func taux(sur creance: Montant) -> Int64? {
    guard case .tauxDeBase(let tranches, let minimum, let maximum) = self else { return nil }
    var (low, total) = (Montant.zero, Int64(0))
    for tranche in tranches where creance > low {
      let high = min(creance, tranche.jusqua ?? creance)
      let started = ((high - low).cents + tranche.pas.cents - 1) / tranche.pas.cents
      total += started * tranche.taux
      low = high
    }
    return min(max(total, minimum), maximum)
  }

  /// Before tax, given the « taux de base » of the tariff.
  public func droit(sur creance: Montant, tauxDeBase: Montant) -> Montant {
    switch self {
    case .tauxDeBase: tauxDeBase.times(taux(sur: creance) ?? 0, over: 1)
    case .degressif(let droit): droit.droit(sur: creance)
    }
  }

  public var texte: String {
    switch self {
    case .tauxDeBase(let tranches, let minimum, let maximum):
      (tranches.map { tranche in
        "\(tranche.taux) taux par \(tranche.pas.texte)" + (tranche.jusqua.map { " jusqu’à \($0.texte)" } ?? " au-delà")
      } + ["minimum \(minimum) taux", "maximum \(maximum) taux"]).joined(separator: ", ")
    case .degressif(let droit): droit.texte
    }
  }
}
