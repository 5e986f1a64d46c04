import Convention
import Foundation
import Registre
import Testing

@testable import Site

@Suite("Fichiers d’une étude : déposer, prendre")
struct FichiersDEtudeTests {
  private static let samples = URL(fileURLWithPath: #filePath)
    .appendingPathComponent("../../../InterfaceTests/Echantillons").standardizedFileURL

  private func echantillon(_ nom: String) throws -> [UInt8] {
    Array(try Data(contentsOf: Self.samples.appendingPathComponent(nom)))
  }

  private func essai() async throws -> SiteDEssai {
    let essai = try await SiteDEssai()
    try await essai.recevoir("aller-correct.txt")
    essai.passer(au: Jour(2026, 3, 4))
    return essai
  }

  @Test("its file is received like any other, the result shown, and only to it; the same file again does nothing twice")
  func depot() async throws {
    let essai = try await essai()
    let etude = try await essai.etude("E3101")
    let page = try await etude.envoyer("/fichiers", fichier: "../../ET.E3101.txt", try echantillon("etude.txt"))
    #expect(page.statut == 303)
    let url = try #require(page.vers)
    let result = try await etude.get(url)
    #expect(result.statut == 200 && result.corps.contains("Fichier ET.E3101.txt"))
    #expect(result.corps.contains("Fichier accepté"))
    #expect(try await essai.dossier("DEM2026-000101")?.dossier.remise?.reception?.accuse == true)
    let position = try await essai.dernierePosition
    let again = try await etude.envoyer("/fichiers", fichier: "ET.E3101.txt", try echantillon("etude.txt"))
    #expect(try await etude.get(try #require(again.vers)).corps.contains("déjà reçu, rien n’est refait"))
    #expect(try await essai.dernierePosition == position)
    let other = try await essai.etude("E3102", "bob")
    #expect(try await other.get(url).statut == 404)
  }

  @Test("another étude's file is refused whole, with its reason (005), and nothing changes")
  func foreign() async throws {
    let essai = try await essai()
    let other = try await essai.etude("E3102")
    let position = try await essai.dernierePosition
    let page = try await other.envoyer("/fichiers", fichier: "ET.txt", try echantillon("etude.txt"))
    let result = try await other.get(try #require(page.vers))
    #expect(result.corps.contains("refusé (005)"))
    #expect(try await essai.dernierePosition == position)
  }

  @Test("what is no file of the format is refused with its reason; no file at all is said beside the field")
  func unreadable() async throws {
    let essai = try await essai()
    let etude = try await essai.etude("E3101")
    let page = try await etude.envoyer("/fichiers", fichier: "photo\u{1}.png", [0x89, 0x50, 0, 0xFF, 0x0A])
    let result = try await etude.get(try #require(page.vers))
    #expect(result.corps.contains("Fichier refusé") && result.corps.contains("photo.png"))
    let none = try await etude.envoyer("/fichiers", fichier: "", [])
    #expect(none.statut == 422 && none.corps.contains("href=\"#champ-fichier\""))
  }

  @Test("it takes its own files byte for byte, and no other's")
  func issued() async throws {
    let essai = try await essai()
    let etude = try await essai.etude("E3101")
    let other = try await essai.etude("E3102", "bob")
    let list = try await etude.get("/fichiers")
    let found = try #require(list.corps.firstMatch(of: /href="(\/fichiers\/emis\/\d+)">([^<]*)</))
    let file = try await etude.get(String(found.1))
    let sent = essai.dossier.appendingPathComponent("echanges/sortant/\(found.2)")
    #expect(file.octets == Array(try Data(contentsOf: sent)) && !file.octets.isEmpty)
    #expect(try await other.get(String(found.1)).statut == 404)
    #expect(!(try await other.get("/fichiers").corps.contains(String(found.2))))
    try FileManager.default.removeItem(at: sent)
    #expect(try await etude.get(String(found.1)).statut == 404)
    #expect(try await etude.get("/fichiers").corps.contains("\(found.2) (déjà retiré)"))
  }
}
