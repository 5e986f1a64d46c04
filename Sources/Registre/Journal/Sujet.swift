/// Whose events they are in the journal, and whose documents: a dossier, or an object beside the dossiers.
public enum Sujet: Hashable, Sendable {
  /// By their numbers in this base: 1, 2, 3… each.
  case dossier(Int64)
  case histoire(Int64)

  /// The journal has one column for both: a history's number is negative there.
  public var numero: Int64 {
    switch self {
    case .dossier(let id): id
    case .histoire(let id): -id
    }
  }
}
