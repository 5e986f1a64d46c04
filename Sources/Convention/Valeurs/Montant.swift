/// An amount of money in euro cents, signed, without rounding (design: no `Double` near money).
///
/// Range: ±92 233 720 368 547 758,07 €. Arithmetic traps on overflow; amounts read from files have at most fifteen digits.
public struct Montant: Hashable, Sendable, Comparable, AdditiveArithmetic, Codable {
  /// The amount in cents of a euro.
  public let cents: Int64

  public init(cents: Int64) { self.cents = cents }

  public static let zero = Montant(cents: 0)

  public static func < (left: Montant, right: Montant) -> Bool { left.cents < right.cents }
  public static func + (left: Montant, right: Montant) -> Montant {
    Montant(cents: left.cents + right.cents)
  }
  public static func - (left: Montant, right: Montant) -> Montant {
    Montant(cents: left.cents - right.cents)
  }

  public init(from decoder: any Decoder) throws {
    cents = try decoder.singleValueContainer().decode(Int64.self)
  }
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(cents)
  }
}

extension Montant {
  /// French typography: `1 234,56 €` with no-break spaces (U+202F between thousands, U+00A0 before €).
  public var texte: String { nombre + "\u{A0}€" }

  /// The number alone, in euros: `1 234,56`.
  public var nombre: String {
    let (euros, cents) = cents.magnitude.quotientAndRemainder(dividingBy: 100)
    let sign = self.cents < 0 ? "-" : ""
    return sign + grouped(euros) + "," + (cents < 10 ? "0" : "") + String(cents)
  }

  private func grouped(_ value: UInt64) -> String {
    guard value >= 1000 else { return String(value) }
    return grouped(value / 1000) + "\u{202F}" + padded(Int(value % 1000), to: 3)
  }
}
