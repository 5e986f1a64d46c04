import Registre

extension FichierRecu {
  /// What became of a received file, in words.
  public var sort: String {
    let code = code.map { " (\($0))" } ?? ""
    return switch statut {
    case "A": "accepté"
    case "P": "accepté en partie"
    case "D": "déjà reçu, rien n’est refait\(code)"
    case "I": "incomplet, rien n’est intégré\(code)"
    case nil: "en cours de réception"
    default: "refusé\(code)"
    }
  }
}
