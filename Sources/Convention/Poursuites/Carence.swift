/// The procès-verbal de carence: nothing to seize, or nothing worth it (art. 10, al. 5, R037–R038).
///
/// Its form and its effect on the prescription are those of the convention; what else it must mention is the étude's
/// (R.221-14 CPCE; docs/convention.md).
public struct Carence: Hashable, Sendable {
  public enum Motif: String, Hashable, Sendable, Codable, CaseIterable {
    case absence = "1"
    case valeurInsuffisante = "2"
    case valeurSousLeCout = "3"
  }

  public let motif: Motif

  /// Throws a `Refus` for a procès-verbal without its reason, without the debtor's signature or why not, or whose value covers the
  /// cost of the sale.
  public init(_ acte: Acte) throws(Refus) {
    guard let motif = acte.motifCarence.flatMap(Motif.init) else {
      throw Refus(.carenceSansMotif, under: Article(10, alinea: 5))
    }
    guard acte.signatureDebiteur == "O" || (acte.signatureDebiteur == "N" && acte.motifNonSignature != nil) else {
      throw Refus(.carenceSansSignature, under: Article(10, alinea: 5))
    }
    if motif == .valeurSousLeCout {
      guard let valeur = acte.valeurEstimee, let cout = acte.coutVente, Carence.isProposed(valeur: valeur, cout: cout)
      else { throw Refus(.carenceInjustifiee, under: Article(10, alinea: 5)) }
    }
    self.motif = motif
  }

  /// R038: goods worth less than the cost of their sale; equal, the sale is still possible.
  public static func isProposed(valeur: Montant, cout: Montant) -> Bool { valeur < cout }
}
