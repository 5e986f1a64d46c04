import Convention
import Foundation
import MoteurDEssai
import SQLEngine
import SQLiteEngine
import Synchronization
import Testing

@testable import Registre
@testable import Site

@Suite("Pages read on a copy of the base")
struct RepliqueTests {
  /// What a copy that fails says, counted.
  private final class Plaintes: Sendable {
    let nombre = Mutex(0)
    func plaindre(_ fault: SQLFault) { nombre.withLock { $0 += 1 } }
  }

  /// A site with three dossiers, and a copy of its base that stopped following when there were none.
  private func essai() async throws -> (SiteDEssai, any SQLEngine) {
    let essai = try await SiteDEssai()
    let copie = try SQLiteEngine(path: essai.dossier.appendingPathComponent("copie.sqlite").path)
    _ = try await essai.registre.copier(vers: copie)
    try await essai.recevoir("aller-correct.txt")
    return (essai, copie)
  }

  @Test("who only reads sees the copy; who has just changed something, the base; the session is always the base's")
  func behind() async throws {
    let (essai, copie) = try await essai()
    let claire = try await essai.creer("claire", .exploitant)
    let plaintes = Plaintes()
    try await essai.servir(replique: Replique(copie, isLost: plaintes.plaindre)) { port in
      var lecteur = try await essai.connecte(claire, port: port)
      #expect(try await lecteur.get("/dossiers").corps.contains("0 dossier"))
      #expect(try await lecteur.get("/dossiers/1").statut == 404)
      _ = try await lecteur.post("/dossiers/recherche", ["recherche": "lefevre"])
      #expect(lecteur.cookies["recent"] == "1")
      #expect(try await lecteur.get("/dossiers").corps.contains("3 dossiers"))
      lecteur.cookies["recent"] = nil
      #expect(try await lecteur.get("/dossiers").corps.contains("0 dossier"))
    }
    #expect(plaintes.nombre.withLock { $0 } == 0)
  }

  @Test("a copy that cannot be read is told once, and the base is read")
  func broken() async throws {
    let (essai, copie) = try await essai()
    let claire = try await essai.creer("claire", .exploitant)
    try await copie.write { try $0.execute("DROP TABLE chiffre; ALTER TABLE dossier RENAME TO perdu") }
    let plaintes = Plaintes()
    try await essai.servir(replique: Replique(copie, isLost: plaintes.plaindre)) { port in
      var lecteur = try await essai.connecte(claire, port: port)
      for _ in 1...3 { #expect(try await lecteur.get("/dossiers").corps.contains("3 dossiers")) }
    }
    #expect(plaintes.nombre.withLock { $0 } == 1)
  }

  @Test("without a copy no mark is left in the browser")
  func none() async throws {
    let (essai, _) = try await essai()
    let claire = try await essai.creer("claire", .exploitant)
    try await essai.servir { port in
      var lecteur = try await essai.connecte(claire, port: port)
      _ = try await lecteur.post("/dossiers/recherche", ["recherche": "lefevre"])
      #expect(lecteur.cookies["recent"] == nil)
    }
  }
}
