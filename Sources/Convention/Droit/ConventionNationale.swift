/// The text that the centre applies, as a record that every rule can be held against (préambule, R001; art. 1, R003).
public struct ConventionNationale: Hashable, Sendable {
  public let titre: String
  public let parties: [String]
  /// The day it was signed.
  public let signee: Jour
  /// The day of the convention that it cancels.
  public let remplace: Jour
  public let annexes: [String]

  /// Signed on 15/12/2010; it cancels that of 30/11/2005.
  public static let enVigueur = ConventionNationale(
    titre: "Convention nationale relative au recouvrement par les huissiers de justice des créances prises en charge "
      + "par les comptables de la DGFiP",
    parties: ["Direction générale des finances publiques", "Chambre nationale des huissiers de justice"],
    signee: Jour(2010, 12, 15), remplace: Jour(2005, 11, 30),
    annexes: ["Cahier des charges", "Annexe I : acteurs", "Annexe II : échanges", "Annexe qualité", "Formulaires"])

  /// Art. 1, al. 2 (R003): a demand made before the signature belongs to the former convention.
  public func governs(_ jour: Jour) -> Bool { jour >= signee }
}
