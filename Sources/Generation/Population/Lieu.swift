import Adresses
import Convention

/// A commune with one of its postal codes.
package struct Lieu: Hashable, Sendable {
  package let code: CodePostal
  let insee: CodeInsee
  /// Capitals without accents, as the official table writes it.
  package let nom: String
}

/// What stands on the sixth line of an address, good or damaged.
struct Ligne6: Hashable, Sendable {
  var code: String?
  var localite: String
  var pays: String?
}

/// An address damaged in a known way, and the commune that it meant.
struct LieuAbime: Hashable, Sendable {
  let lieu: Lieu
  let ligne6: Ligne6
}

/// A set of files cannot be made as asked.
public struct FauteDeGeneration: Error, Hashable, Sendable, CustomStringConvertible {
  /// French.
  public let description: String
  public init(_ description: String) { self.description = description }
}
