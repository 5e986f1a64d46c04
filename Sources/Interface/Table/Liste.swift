/// A closed list of codes, with its own version.
public struct Liste: Hashable, Sendable {
  public struct Valeur: Hashable, Sendable {
    public let code: String
    public let libelle: String
    /// Fields of the same record that become mandatory with this value, where the record has them.
    public let exige: [String]
    /// What the value does to the dossier (lists of events): `arret`, `reduction`, `suspension`…
    public let effet: String?
  }
  public let nom: String
  public let version: Int
  public let sens: String
  public let source: String
  public let valeurs: [Valeur]

  /// The value of that code, right blanks removed.
  public func valeur(_ code: String) -> Valeur? { valeurs.first { $0.code == code } }
}
