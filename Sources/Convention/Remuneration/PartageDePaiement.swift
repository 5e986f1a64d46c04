/// What a payment comes to: its part on the debt, its part for the étude, and what is left over or waits.
///
/// `principal + honoraire.ttc + excedent` is the sum paid, to the cent.
public struct PartageDePaiement: Hashable, Sendable {
  public let principal: Montant
  public let honoraire: Honoraire
  /// Beyond the debt and its fee.
  public let excedent: Montant
  /// Due to the étude after this payment, and not yet taken.
  public let enAttente: Honoraire

  public var total: Montant { principal + honoraire.ttc + excedent }
}

extension PartageDePaiement {
  public func explication(_ politique: PolitiqueDImputation) -> Explication {
    Explication(
      "Partage d’un paiement", regle: "PartageDePaiement",
      articles: [Article(15), Article(.decret2008, "2")], exigences: ["R059"], politique: politique.libelle,
      donnees: [.init("somme payée", total.texte)],
      calcul: ["\(principal.texte) + \(honoraire.ttc.texte) + \(excedent.texte) = \(total.texte)"],
      resultat: "\(principal.texte) sur la dette, \(honoraire.ttc.texte) de frais TTC")
  }
}
