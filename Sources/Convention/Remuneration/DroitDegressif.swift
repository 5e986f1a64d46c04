/// A right that takes less of each further slice of a sum.
///
/// Décret 96-1080, art. 8 (R063): on the principal recovered, and, since 2016, A444-31 on the same and A444-15 on the claim.
/// Reading: the flat sum of A444-15 is what the lowest claims owe, and no minimum of the others; that of A444-31 is the
/// minimum, which gives the same cents where its rates are known, and keeps instalments from owing more than the whole.
public struct DroitDegressif: Hashable, Sendable {
  public struct Tranche: Hashable, Sendable {
    /// Last euro of the slice; nil for the last slice.
    public let jusqua: Montant?
    public let taux: Taux
  }

  /// What the lowest sums owe instead of the slices.
  public struct Forfait: Hashable, Sendable {
    /// Last euro.
    public let jusqua: Montant
    public let montant: Montant

    var texte: String { "\(montant.texte) jusqu’à \(jusqua.texte)" }
  }

  public let tranches: [Tranche]
  public let forfait: Forfait?
  /// Zero where there is none.
  public let minimum: Montant
  public let maximum: Montant

  /// - Parameter tranches: upper bound in cents (nil for the last) and hundredths of a percent.
  init(
    _ tranches: [(jusqua: Int64?, taux: Int)], forfait: Forfait? = nil, minimum: Int64 = 0, maximum: Int64
  ) {
    self.forfait = forfait
    self.tranches = tranches.map {
      Tranche(jusqua: $0.jusqua.map(Montant.init(cents:)), taux: Taux(centiemes: $0.taux))
    }
    self.minimum = Montant(cents: minimum)
    self.maximum = Montant(cents: maximum)
  }

  /// Zero on nothing; else the flat sum, or the slices, rounded half up once on their sum, between minimum and maximum.
  public func droit(sur montant: Montant) -> Montant {
    guard montant > .zero else { return .zero }
    if let forfait, montant <= forfait.jusqua { return forfait.montant }
    let exact = parts(of: montant).reduce(Int64(0)) { $0 + $1.part.cents * Int64($1.tranche.taux.centiemes) }
    return min(max(Montant(cents: exact).times(1, over: Taux.base), minimum), maximum)
  }

  private func parts(of montant: Montant) -> [(part: Montant, tranche: Tranche)] {
    var low = Montant.zero
    var parts: [(part: Montant, tranche: Tranche)] = []
    for tranche in tranches where montant > low {
      let high = min(montant, tranche.jusqua ?? montant)
      parts.append((high - low, tranche))
      low = high
    }
    return parts
  }

  /// One line a slice, then the bounds where they bind.
  func calcul(sur montant: Montant) -> [String] {
    if let forfait, montant > .zero, montant <= forfait.jusqua { return ["forfait de \(forfait.texte)"] }
    let lignes = parts(of: montant).map { "\($0.tranche.taux.texte) × \($0.part.texte)" }
    let du = droit(sur: montant)
    let borne = du == minimum ? " (minimum)" : du == maximum ? " (maximum)" : ""
    return [lignes.joined(separator: " + ") + " → \(du.texte)\(borne)"]
  }

  /// « 10 % jusqu’à 125,00 €, 0,3 % au-delà, minimum 4,40 €, maximum 550,00 € ».
  public var texte: String {
    let slices = tranches.map { tranche in
      tranche.taux.texte + (tranche.jusqua.map { " jusqu’à \($0.texte)" } ?? " au-delà")
    }
    let flat = forfait.map { ["forfait de \($0.texte)"] } ?? []
    let floor = minimum > .zero ? ["minimum \(minimum.texte)"] : []
    return (flat + slices + floor + ["maximum \(maximum.texte)"]).joined(separator: ", ")
  }
}
