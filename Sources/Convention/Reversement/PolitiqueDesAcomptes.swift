/// Which delay a part payment has.
///
/// The convention cites three and six weeks « fixés par l’article 25 » of the tariff; since 27/06/2014 that article gives
/// part payments six weeks in cash and three months otherwise.
public enum PolitiqueDesAcomptes: String, Hashable, Sendable, Codable, CaseIterable {
  /// The delays that the convention writes, for every payment.
  case convention
  /// Those of the article as it was rewritten, for part payments received since.
  case decret2014

  /// The convention's own figures: the shorter, and the ones that both signatories wrote.
  public static let defaut = PolitiqueDesAcomptes.convention

  public var libelle: String {
    switch self {
    case .convention: "délais écrits dans la convention, acomptes compris"
    case .decret2014: "délais de l’article 25 du tarif, acomptes à part depuis le décret 2014-673"
    }
  }

  func part(_ part: LimiteDeReversement.Part) -> LimiteDeReversement.Part {
    switch self {
    case .convention: .solde
    case .decret2014: part
    }
  }
}
