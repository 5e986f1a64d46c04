import Convention
import Registre

/// Who comes, by the cookie of his session.
public struct Seances: Sendable {
  let registre: Registre

  public init(_ registre: Registre) { self.registre = registre }

  /// Cookie of a session.
  static let cookie = "seance"

  /// The visitor whose session this is; nil when there is none, or it is over.
  public func visiteur(_ cookie: String?, instant: Instant) async throws -> Visiteur? { nil }
}
