/// One version of the tariff of the judicial recovery: what each act, each right and each flat sum costs before tax.
///
/// Art. 4 and 16 (R017, R061–R064): décret 96-1080, then the code de commerce. No rate is in the rules that read it.
public struct TarifJudiciaire: Hashable, Sendable, ValeurDeBareme {
  /// The fixed fee of an act.
  public enum Emolument: Hashable, Sendable {
    /// Tenths of the « taux de base »: 9,5 taux is 95.
    case taux(dixiemes: Int64)
    case euros(Montant)
  }

  /// What multiplies the fixed fee, by the amount aimed at (décret, art. 7; A444-46).
  public struct Coefficient: Hashable, Sendable {
    /// Last euro; nil for the highest amounts.
    public let jusqua: Montant?
    public let dixiemes: Int64
  }

  /// A stable word that names the version: « decret-2007 ».
  public let nom: String
  /// Zero where the tariff counts in euros.
  public let tauxDeBase: Montant
  public let coefficients: [Coefficient]
  /// By the code of the act; an act that is absent has no known amount in this version.
  public let actes: [String: Emolument]
  public let engagement: DroitDEngagement
  public let droitDegressif: DroitDegressif

  /// The multiplier of an amount, in tenths.
  public func coefficient(_ vise: Montant) -> Int64 {
    coefficients.first { $0.jusqua.map { vise <= $0 } ?? true }?.dixiemes ?? 10
  }

  /// The fixed fee of an act on an amount; nil where this version does not give it.
  public func droitFixe(_ code: String, vise: Montant) -> Montant? {
    actes[code].map { amount($0, coefficient: coefficient(vise)) }
  }

  /// Art. 16, al. 2 and 4: a flat sum, without coefficient; nil where this version does not give it.
  public func forfait(_ code: String) -> Montant? { actes[code].map { amount($0, coefficient: 10) } }

  private func amount(_ emolument: Emolument, coefficient: Int64) -> Montant {
    switch emolument {
    case .taux(let dixiemes): tauxDeBase.times(dixiemes * coefficient, over: 100)
    case .euros(let montant): montant.times(coefficient, over: 10)
    }
  }

  /// The right of art. 13 on a claim.
  public func droitDEngagement(_ creance: Montant) -> Montant {
    engagement.droit(sur: creance, tauxDeBase: tauxDeBase)
  }

  /// Everything the version says, acts by code.
  public var texte: String {
    let base = tauxDeBase > .zero ? ["taux de base \(tauxDeBase.texte)"] : []
    let multiples = coefficients.map { item in
      "× \(TarifJudiciaire.decimal(item.dixiemes))" + (item.jusqua.map { " jusqu’à \($0.texte)" } ?? " au-delà")
    }
    let prix = actes.sorted { $0.key < $1.key }.map { "\($0.key) : \(TarifJudiciaire.texte($0.value))" }
    return
      (base + multiples
      + ["engagement \(engagement.texte)", "droit dégressif \(droitDegressif.texte)"] + prix).joined(separator: " ; ")
  }

  static func texte(_ emolument: Emolument) -> String {
    switch emolument {
    case .taux(let dixiemes): "\(decimal(dixiemes)) taux"
    case .euros(let montant): montant.texte
    }
  }

  /// Tenths in French: « 9,5 », « 1 ».
  static func decimal(_ dixiemes: Int64) -> String {
    dixiemes % 10 == 0 ? String(dixiemes / 10) : "\(dixiemes / 10),\(dixiemes % 10)"
  }
}
