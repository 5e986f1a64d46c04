import Convention

/// An act that names a contract that is not there, or no longer as it was shown. Nothing has been changed.
public enum FauteDeContrat: Error, Hashable, Sendable, CustomStringConvertible {
  /// None of that key in the scope of who asks.
  case inconnu
  /// Not in the directory.
  case etudeInconnue(CodeEtude)
  /// The étude has several, each under its key.
  case aChoisir([String])
  /// An act came in between.
  case perime

  public var description: String {
    switch self {
    case .inconnu: "Aucun contrat ne porte cette clé dans ce périmètre (contrats lister)."
    case .etudeInconnue(let code): "L’étude \(code) n’est pas dans l’annuaire (acteurs importer)."
    case .aChoisir(let cles):
      "L’étude a plusieurs contrats : donnez la clé de l’un d’eux (\(cles.joined(separator: ", ")))."
    case .perime: "Le contrat a changé depuis l’affichage de ce formulaire : relisez-le, puis recommencez."
    }
  }
}
