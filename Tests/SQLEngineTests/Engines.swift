import Foundation
import MoteurDEssai
import PostgreSQLEngine
import SQLEngine
import SQLiteEngine
import Testing

/// The engines every body of these tests runs on: SQLite, and PostgreSQL beside the server of `script/postgresql`.
enum Engines {
  static let all: [Engine] = [sqlite] + [postgreSQL].compactMap { $0 }

  private static let sqlite = Engine(nom: "SQLite") {
    try SQLiteEngine(path: temporaryPath(), busyTimeoutSeconds: 0.2)
  }

  static let postgreSQL = MoteurDEssai.serveur.map { serveur in
    Engine(nom: "PostgreSQL") {
      PostgreSQLEngine(url: try await MoteurDEssai.adresseNeuve(serveur), connections: 4, busyTimeoutSeconds: 0.2)
    }
  }
}

struct Engine: Sendable, CustomTestStringConvertible {
  let nom: String
  let open: @Sendable () async throws -> any SQLEngine
  var testDescription: String { nom }
}

func temporaryPath() -> String {
  FileManager.default.temporaryDirectory.appendingPathComponent("engine-\(UUID().uuidString).sqlite").path
}

/// A store with one small table, `compte(numero, libelle, solde, actif, piece)`.
func withCompte(
  _ engine: Engine, _ body: (any SQLEngine) async throws -> Void
) async throws {
  let store = try await engine.open()
  try await store.write {
    try $0.execute(
      """
      CREATE TABLE compte(
        numero INTEGER PRIMARY KEY, libelle TEXT NOT NULL, solde INTEGER NOT NULL CHECK (solde >= 0),
        actif BOOLEAN NOT NULL, piece BLOB, UNIQUE (libelle));
      CREATE TABLE ecriture(numero INTEGER PRIMARY KEY, compte INTEGER NOT NULL REFERENCES compte(numero));
      """)
  }
  try await body(store)
  try await store.close()
}

let insertCompte = "INSERT INTO compte(numero, libelle, solde, actif, piece) VALUES ($1, $2, $3, $4, $5)"
