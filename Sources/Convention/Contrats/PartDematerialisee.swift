/// The share of demands that came without paper (art. 22, R073).
public struct PartDematerialisee: Hashable, Sendable {
  public let demandes: Int
  public let sansPapier: Int

  /// From the number of demands by channel; a negative number counts for none.
  public init(_ demandes: [Canal: Int]) {
    self.demandes = demandes.values.reduce(0) { $0 + max(0, $1) }
    sansPapier = demandes.filter(\.key.estDematerialise).values.reduce(0) { $0 + max(0, $1) }
  }

  /// Rounded half up; nil without a demand.
  public var taux: Taux? { Taux(Int64(sansPapier), over: Int64(demandes)) }
}
