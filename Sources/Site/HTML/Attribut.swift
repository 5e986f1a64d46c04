/// One attribute of an element; nil where it is optional and absent.
public struct Attribut: Sendable {
  let nom: StaticString
  /// nil for an attribute that says all by being there (`required`).
  let valeur: String?

  public init(_ nom: StaticString, _ valeur: String) {
    self.nom = nom
    self.valeur = valeur
  }

  /// An attribute without value, when it is wanted.
  public init?(_ nom: StaticString, if isPresent: Bool) {
    guard isPresent else { return nil }
    self.nom = nom
    valeur = nil
  }

  /// An attribute whose value may be missing.
  public init?(_ nom: StaticString, _ valeur: String?) {
    guard let valeur else { return nil }
    self.init(nom, valeur)
  }

  public static func classe(_ noms: String) -> Attribut { Attribut("class", noms) }
  public static func id(_ id: String) -> Attribut { Attribut("id", id) }
  public static func href(_ url: String) -> Attribut { Attribut("href", url) }
  public static func nom(_ nom: String) -> Attribut { Attribut("name", nom) }
  public static func type(_ type: String) -> Attribut { Attribut("type", type) }
  public static func valeur(_ valeur: String) -> Attribut { Attribut("value", valeur) }
}
