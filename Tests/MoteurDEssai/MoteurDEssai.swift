import Foundation
import PostgreSQLEngine
import SQLEngine
import SQLiteEngine

/// The engine that a run of the tests is on: the server of `script/postgresql` beside which it runs, else SQLite.
public enum MoteurDEssai {
  /// Address of that server.
  public static let serveur = ProcessInfo.processInfo.environment["CENTRE_SERVEUR_POSTGRESQL"]

  /// A new empty base.
  /// - Parameter dossier: where SQLite may put its file.
  public static func neuf(dans dossier: URL) async throws -> any SQLEngine {
    guard let serveur else { return try SQLiteEngine(path: dossier.appendingPathComponent("base.sqlite").path) }
    return PostgreSQLEngine(url: try await adresseNeuve(serveur), connections: 2)
  }

  /// Two new empty bases that are named alike, as one and what is restored from its backup.
  public static func jumelles(dans dossier: URL) async throws -> [any SQLEngine] {
    guard let serveur else {
      return try ["base", "autre"].map {
        try SQLiteEngine(path: dossier.appendingPathComponent("\($0).sqlite").path)
      }
    }
    let schema = nomNeuf()
    // Two schemas of one name are in two bases; `script/postgresql` makes the second.
    var bases: [any SQLEngine] = []
    for base in [serveur, serveur.replacing("/postgres?", with: "/jumelle?")] {
      bases.append(PostgreSQLEngine(url: try await adresse(base, schema), connections: 2))
    }
    return bases
  }

  private static func nomNeuf() -> String {
    "essai_\(UUID().uuidString.replacing("-", with: ""))".lowercased()
  }

  /// The address of a schema of its own on the server.
  public static func adresseNeuve(_ serveur: String) async throws -> String { try await adresse(serveur, nomNeuf()) }

  private static func adresse(_ serveur: String, _ schema: String) async throws -> String {
    let maitre = PostgreSQLEngine(url: serveur, connections: 1)
    try await maitre.write { try $0.execute("CREATE SCHEMA \(schema)") }
    try await maitre.close()
    return serveur + "&options=-csearch_path%3D\(schema)"
  }
}
