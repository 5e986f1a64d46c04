/// An amount before tax and its VAT: what an étude earns.
public struct Honoraire: Hashable, Sendable, Codable, AdditiveArithmetic {
  public let ht: Montant
  public let tva: Montant

  public init(ht: Montant, tva: Montant) {
    self.ht = ht
    self.tva = tva
  }

  /// The VAT is what the rounded total exceeds the rounded amount by, so that the parts always add up.
  public init(ht: Montant, taux: Taux) {
    self.init(ht: ht, tva: ht.times(Taux.base + Int64(taux.centiemes), over: Taux.base) - ht)
  }

  /// The part of an amount with tax that is before tax, to the nearest cent; the rest is the VAT.
  public init(ttc: Montant, taux: Taux) {
    let ht = ttc.times(Taux.base, over: Taux.base + Int64(taux.centiemes))
    self.init(ht: ht, tva: ttc - ht)
  }

  public var ttc: Montant { ht + tva }

  public static let zero = Honoraire(ht: .zero, tva: .zero)

  public static func + (left: Honoraire, right: Honoraire) -> Honoraire {
    Honoraire(ht: left.ht + right.ht, tva: left.tva + right.tva)
  }
  public static func - (left: Honoraire, right: Honoraire) -> Honoraire {
    Honoraire(ht: left.ht - right.ht, tva: left.tva - right.tva)
  }

  /// « 12,55 € HT, 2,51 € de TVA, 15,06 € TTC ».
  public var texte: String { "\(ht.texte) HT, \(tva.texte) de TVA, \(ttc.texte) TTC" }
}
