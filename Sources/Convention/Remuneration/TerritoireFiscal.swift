/// Where the fee is taxed, for the VAT.
///
/// CGI, art. 278, 294 and 296. Reading: the place is that of the étude; the day is that of the payment for the amicable fee,
/// and that of the act for an invoice.
public enum TerritoireFiscal: String, Hashable, Sendable, Codable, CaseIterable {
  case metropole, antillesReunion, guyaneMayotte
  /// Saint-Pierre-et-Miquelon, Saint-Barthélemy, Saint-Martin and the Pacific: not verified.
  case collectivites

  public init(_ departement: Departement) {
    self =
      switch departement.texte {
      case "971", "972", "974": .antillesReunion
      case "973", "976": .guyaneMayotte
      case "975", "977", "978", "986", "987", "988": .collectivites
      default: .metropole
      }
  }

  /// The VAT, day by day.
  public var tva: Dated<Taux> {
    switch self {
    case .metropole: Bareme.tvaMetropole
    case .antillesReunion: Bareme.tvaAntillesReunion
    case .guyaneMayotte: Bareme.tvaGuyaneMayotte
    case .collectivites: Bareme.tvaCollectivites
    }
  }
}
