/// The last day of a contract and what ends it (art. 18, 19 and 21).
public struct FinDeContrat: Hashable, Sendable, Codable {
  /// The names are written in the journal.
  public enum Cause: String, Hashable, Sendable, Codable, CaseIterable {
    case terme = "TERME"
    case denonciation = "DENONCIATION"
    case resiliation = "RESILIATION"

    /// As a page writes it.
    public var libelle: String {
      switch self {
      case .terme: "terme du contrat"
      case .denonciation: "effet de la dénonciation"
      case .resiliation: "effet de la résiliation"
      }
    }

    public var article: Article {
      switch self {
      case .terme: Article(19)
      case .denonciation: Article(18)
      case .resiliation: Article(21, alinea: 2)
      }
    }
  }

  /// The last day on which the contract holds, included.
  public var le: Jour
  public var cause: Cause

  public init(le: Jour, cause: Cause) {
    self.le = le
    self.cause = cause
  }
}
