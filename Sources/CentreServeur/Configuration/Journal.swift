import Logging

/// The words for the detail of the log.
enum Journal {
  static func niveau(_ texte: String) -> Logger.Level? {
    switch texte {
    case "erreur": .error
    case "alerte": .warning
    case "info": .info
    case "detail": .debug
    default: nil
    }
  }
}
