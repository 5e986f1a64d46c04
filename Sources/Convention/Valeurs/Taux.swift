/// A rate in hundredths of a percent, exact: 12,55 % is 1255.
public struct Taux: Hashable, Sendable, Comparable, Codable {
  public let centiemes: Int
  public init(centiemes: Int) { self.centiemes = centiemes }

  public static let nul = Taux(centiemes: 0)
  /// Hundredths of a percent in the whole.
  public static let base: Int64 = 10_000

  public static func < (left: Taux, right: Taux) -> Bool { left.centiemes < right.centiemes }
  public static func + (left: Taux, right: Taux) -> Taux { Taux(centiemes: left.centiemes + right.centiemes) }

  public init(from decoder: any Decoder) throws {
    centiemes = try decoder.singleValueContainer().decode(Int.self)
  }
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(centiemes)
  }

  /// « 12,55 % », « 20 % », with the no-break space of French typography.
  public var texte: String {
    let (entier, reste) = centiemes.magnitude.quotientAndRemainder(dividingBy: 100)
    let decimales = reste % 10 == 0 ? String(reste / 10) : (reste < 10 ? "0" : "") + String(reste)
    return (centiemes < 0 ? "-" : "") + String(entier) + (reste == 0 ? "" : "," + decimales) + "\u{A0}%"
  }
}

extension Taux {
  /// A share rounded half up to the hundredth of a percent; nil without a positive whole, or beyond all measure.
  public init?(_ part: Int64, over whole: Int64) {
    guard part >= 0, whole > 0 else { return nil }
    let doubled = 2 * Int128(part) * Int128(Taux.base) + Int128(whole)
    guard let centiemes = Int(exactly: doubled / (2 * Int128(whole))) else { return nil }
    self.init(centiemes: centiemes)
  }
}

extension Montant {
  /// This amount × `numerateur` / `denominateur`, rounded half up to the cent, away from zero (droit, arrondi au centime).
  public func times(_ numerateur: Int64, over denominateur: Int64) -> Montant {
    precondition(denominateur > 0, "an amount is divided by a positive number")
    let exact = Int128(cents) * Int128(numerateur)
    let doubled = 2 * exact.magnitude + UInt128(denominateur)
    let rounded = Int128(doubled / (2 * UInt128(denominateur)))
    return Montant(cents: Int64(exact < 0 ? -rounded : rounded))
  }

  public func times(_ taux: Taux) -> Montant { times(Int64(taux.centiemes), over: Taux.base) }
}
