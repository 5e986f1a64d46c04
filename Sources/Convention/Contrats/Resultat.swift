/// What was recovered of what was claimed, at one place of an axis (R028, R175).
public struct Resultat: Hashable, Sendable {
  public var cible: Objectif.Cible
  /// Claimed in the demands.
  public var demande: Montant
  public var recouvre: Montant
  /// How many dossiers.
  public var nombre: Int

  public init(_ cible: Objectif.Cible, demande: Montant, recouvre: Montant, nombre: Int) {
    self.cible = cible
    self.demande = demande
    self.recouvre = recouvre
    self.nombre = nombre
  }

  /// Sums of amounts and numbers; a rate of a sum is never a mean of rates.
  static func sum(_ items: some Sequence<Resultat>, as cible: Objectif.Cible) -> Resultat {
    items.reduce(into: Resultat(cible, demande: .zero, recouvre: .zero, nombre: 0)) { total, item in
      total.demande = total.demande + item.demande
      total.recouvre = total.recouvre + item.recouvre
      total.nombre += item.nombre
    }
  }
}
