/// An act that names a contract that is not there, or no longer as it was shown. Nothing has been changed.
public enum FauteDeContrat: Error, Hashable, Sendable, CustomStringConvertible {
  /// None of that key in the scope of who asks.
  case inconnu
  /// An act came in between.
  case perime

  public var description: String {
    switch self {
    case .inconnu: "Aucun contrat ne porte cette clé dans ce périmètre (contrats lister)."
    case .perime: "Le contrat a changé depuis l’affichage de ce formulaire : relisez-le, puis recommencez."
    }
  }
}
