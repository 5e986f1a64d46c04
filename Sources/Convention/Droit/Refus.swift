/// The convention says no: a stable reason and its article, shown in French.
///
/// It holds nothing about the redevable, so that it may be logged.
public struct Refus: Error, Hashable, Sendable, CustomStringConvertible {
  /// A reason. Those of a subject stand together, in the file `Refus+…` beside its rules.
  public struct Motif: Hashable, Sendable {
    /// `R-` and a number: stable, never reused.
    public let code: String
    /// What a clerk reads, without the final full stop.
    public let phrase: String

    init(_ code: String, _ phrase: String) {
      self.code = code
      self.phrase = phrase
    }

    public static let tous =
      amiable + poursuites + contrats + remuneration + facturation + rapports + recapitulatifs + amendes + devoirs
      + devoirsDuCentre
  }

  public let motif: Motif
  public let article: Article

  public init(_ motif: Motif, under article: Article) {
    self.motif = motif
    self.article = article
  }

  public var description: String { "\(motif.phrase) (\(article) ; \(motif.code))." }
}
