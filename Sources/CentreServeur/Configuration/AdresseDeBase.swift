import Foundation
import PostgreSQLEngine
import SQLEngine
import SQLiteEngine

/// Where the centre's base is, as it is given: `sqlite:FICHIER` or `postgresql://…`.
enum AdresseDeBase: Hashable, Sendable {
  case sqlite(fichier: String)
  case postgresql(url: String)

  init(_ texte: String) throws {
    if texte.hasPrefix("postgresql://") || texte.hasPrefix("postgres://") {
      self = .postgresql(url: texte)
    } else if texte.hasPrefix("sqlite:"), texte.count > 7 {
      self = .sqlite(fichier: String(texte.dropFirst(7)))
    } else {
      throw MauvaisUsage("Base « \(texte) » : sqlite:FICHIER ou postgresql://HOTE/BASE attendu.")
    }
  }

  /// How it is shown: never with a password.
  var texte: String {
    switch self {
    case .sqlite(let fichier): fichier
    case .postgresql(let url): AdresseDeBase.montrable(url)
    }
  }

  /// - Parameter patience: seconds for which a server that is stopped is waited for.
  func ouvrir(patience: Int = 10) throws -> any SQLEngine {
    switch self {
    case .sqlite(let fichier):
      let folder = URL(fileURLWithPath: fichier).deletingLastPathComponent().path
      guard FileManager.default.fileExists(atPath: folder) else {
        throw Faute("Base \(fichier) : le dossier « \(folder) » n’existe pas.")
      }
      return try SQLiteEngine(path: fichier)
    case .postgresql(let url): return PostgreSQLEngine(url: url, patienceSeconds: patience)
    }
  }

  /// A password is between the user's colon and the host, or a setting: `postgresql://u:…@h/b?password=…`.
  static func montrable(_ texte: String) -> String {
    guard texte.hasPrefix("postgres") else { return texte }
    guard var parts = URLComponents(string: texte) else { return "postgresql://…" }
    if parts.password != nil { parts.password = "…" }
    parts.queryItems = parts.queryItems?.filter { !$0.name.contains("password") }
    return parts.string?.removingPercentEncoding ?? "postgresql://…"
  }
}

// Never with a password.
extension AdresseDeBase: CustomStringConvertible {
  var description: String { texte }
}
