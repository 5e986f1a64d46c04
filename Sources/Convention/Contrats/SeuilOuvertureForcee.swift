/// Above what claim doors may be forced for a saisie-vente (art. 10, al. 3, R034), as the director wrote it.
public struct SeuilOuvertureForcee: Hashable, Sendable, Codable {
  public var montant: Montant
  /// The letter that told the étude.
  public var lettre: Ecrit
  /// First day, never before the letter; it holds until the next threshold.
  public var du: Jour

  public init(_ montant: Montant, lettre: Ecrit, du: Jour? = nil) {
    self.montant = montant
    self.lettre = lettre
    self.du = du ?? lettre.date
  }

  /// Art. 10, al. 3: in writing, so with a reference and a date that the threshold does not precede.
  func requireWriting() throws(Refus) {
    guard lettre.estCite, lettre.date <= du, montant >= .zero else {
      throw Refus(.seuilSansEcrit, under: Article(10, alinea: 3))
    }
  }
}

extension ContratDepartemental {
  /// The threshold in force on a day; of two that begin on the same day, the last that came.
  public func seuil(on jour: Jour) -> SeuilOuvertureForcee? {
    clauses.seuils.filter { $0.du <= jour }.enumerated()
      .max { ($0.element.du, $0.offset) < ($1.element.du, $1.offset) }?.element
  }
}
