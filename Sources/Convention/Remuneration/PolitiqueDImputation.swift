/// How one sum received is parted between the debt and the fee of the étude, where the text is open.
///
/// Art. 15 (R059), décret 2008-554, art. 2. No text parts a payment made to the étude. A reading not followed: the fee on the
/// whole sum received, so that the fee would not be the same according to who was paid.
public enum PolitiqueDImputation: String, Hashable, Sendable, Codable, CaseIterable {
  /// The split that the étude declared stands; a difference with the tariff is said. Without a split, all goes to the debt.
  case partDeclaree
  /// The sum holds both: the largest principal that, with its fee, does not exceed it.
  case brutVentile
  /// A fee that waits is served first, even in part; the rest as `brutVentile` (décret 2008-554, art. 2).
  case fraisDabord
  /// The sum is all for the debt; the debtor pays the fee on top of it.
  case fraisEnSus

  /// What the étude wrote is not rewritten.
  public static let defaut = PolitiqueDImputation.partDeclaree

  /// The policy of a payment known only by its sum: `T` for the Trésor, where the décret is followed, or `E` for the étude.
  public static func dUnBrut(ordre: String) -> PolitiqueDImputation { ordre == "T" ? .fraisDabord : .brutVentile }

  public var libelle: String {
    switch self {
    case .partDeclaree: "partage déclaré par l’étude"
    case .brutVentile: "somme reçue ventilée entre la dette et les frais"
    case .fraisDabord: "frais d’abord (décret 2008-554, article 2)"
    case .fraisEnSus: "frais payés en sus de la dette"
    }
  }
}
