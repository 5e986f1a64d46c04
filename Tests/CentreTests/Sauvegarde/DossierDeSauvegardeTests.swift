import Convention
import Foundation
import MoteurDEssai
import Registre
import SQLEngine
import Testing

@testable import Centre

@Suite("The folder of a backup")
struct DossierDeSauvegardeTests {
  private static let instant = Instant(Jour(2026, 3, 2), heure: 21)

  /// Two bases that are named alike, the first with its schema, and where backups go.
  private func bases() async throws -> (registre: Registre, autre: any SQLEngine, url: URL) {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("dossier-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    let bases = try await MoteurDEssai.jumelles(dans: url)
    return (try await Registre(bases[0]) { Array(repeating: 5, count: 32) }, bases[1], url)
  }

  @Test("made whole, for its owner alone, and restored; a second time it is refused")
  func folder() async throws {
    let (registre, autre, url) = try await bases()
    defer { try? FileManager.default.removeItem(at: url) }
    let dossier = DossierDeSauvegarde(url.appendingPathComponent("soir"))
    let fiche = try await dossier.faire(registre, instant: Self.instant)
    #expect(fiche.moteur == registre.engine.nom && fiche.instant == Self.instant)
    let names = try FileManager.default.contentsOfDirectory(atPath: dossier.racine.path).sorted()
    #expect(names == ["base", "fiche.json"])
    let mode = try FileManager.default.attributesOfItem(atPath: dossier.racine.path)[.posixPermissions] as? Int
    #expect(mode == 0o700)
    #expect(try await dossier.restaurer(autre).fiche == fiche)
    await #expect(throws: FauteDeDossier.existe(dossier.racine.path)) {
      try await dossier.faire(registre, instant: Self.instant)
    }
  }

  @Test("what a stopped backup left does not hinder the next one")
  func leftover() async throws {
    let (registre, _, url) = try await bases()
    defer { try? FileManager.default.removeItem(at: url) }
    let left = url.appendingPathComponent("soir.partiel")
    try FileManager.default.createDirectory(at: left, withIntermediateDirectories: true)
    try Data("moitié".utf8).write(to: left.appendingPathComponent("base"))
    _ = try await DossierDeSauvegarde(url.appendingPathComponent("soir")).faire(registre, instant: Self.instant)
    #expect(!FileManager.default.fileExists(atPath: left.path))
  }

  @Test("without its sheet, with another's, or of the other engine, it is refused before the base is touched")
  func sheets() async throws {
    let (registre, autre, url) = try await bases()
    defer { try? FileManager.default.removeItem(at: url) }
    let dossier = DossierDeSauvegarde(url.appendingPathComponent("soir"))
    _ = try await dossier.faire(registre, instant: Self.instant)
    let sheet = dossier.racine.appendingPathComponent("fiche.json")
    let text = String(decoding: try Data(contentsOf: sheet), as: UTF8.self)
    let (mine, other) = registre.engine.nom == "SQLite" ? ("SQLite", "PostgreSQL") : ("PostgreSQL", "SQLite")
    let damages = [
      text.replacing("\"\(mine)\"", with: "\"\(other)\""), text.replacing("sauvegarde/1", with: "sauvegarde/9"),
      String(text.dropLast(20)), text.replacing("\"schema\":", with: "\"schema\":9"), "",
    ]
    for damage in damages {
      try Data(damage.utf8).write(to: sheet)
      await #expect(throws: (any Error).self) { try await dossier.restaurer(autre) }
    }
    try FileManager.default.removeItem(at: sheet)
    await #expect(throws: FauteDeDossier.manque(sheet.path)) { try await dossier.restaurer(autre) }
    #expect(try await MoteurDEssai.photographie(autre).isEmpty)
  }

  @Test("a folder that cannot be made is said, and leaves nothing")
  func noPlace() async throws {
    let (registre, _, url) = try await bases()
    defer { try? FileManager.default.removeItem(at: url) }
    let file = url.appendingPathComponent("fichier")
    try Data().write(to: file)
    await #expect(throws: (any Error).self) {
      try await DossierDeSauvegarde(file.appendingPathComponent("soir")).faire(registre, instant: Self.instant)
    }
  }
}
