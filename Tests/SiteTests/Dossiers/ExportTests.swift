import Convention
import Foundation
import Registre
import Testing

@testable import Site

@Suite("A list taken away as a file (R144)")
struct ExportTests {
  private func exporter(
    _ essai: SiteDEssai, _ profil: Profil, _ format: String, _ more: [(nom: String, valeur: String)] = []
  ) async throws -> Reponse {
    let utilisateur = Utilisateur(id: 1, identifiant: "claire", nom: "Claire", profil: profil)
    let requete = Requete(site: try essai.site(), recherche: Formulaire([("format", format)] + more))
    return try await ExportDeListe(requete, Visiteur(utilisateur: utilisateur, jeton: "", seance: [])).reponse()
  }

  private func lire(_ reponse: Reponse) throws -> (url: URL, octets: [UInt8]) {
    guard case .fichier(let url, ephemere: true) = reponse.corps else {
      throw FauteDePage.introuvable
    }
    return (url, Array(try Data(contentsOf: url)))
  }

  @Test("a French spreadsheet opens the CSV: mark, semicolons, commas in amounts, days in figures, ends of line")
  func csv() async throws {
    let essai = try await SiteDEssai()
    try await essai.recevoir("aller-correct.txt")
    let (url, octets) = try lire(try await exporter(essai, .exploitant, "csv"))
    defer { try? FileManager.default.removeItem(at: url) }
    #expect(octets.starts(with: [0xEF, 0xBB, 0xBF]))
    let lines = String(decoding: octets.dropFirst(3), as: UTF8.self).components(separatedBy: "\r\n")
    #expect(lines.first?.hasPrefix("Demande;Poste;État;Étude;Redevable;") == true)
    // A head, three demands, and nothing after the last end of line.
    #expect(lines.count == 5 && lines.last == "")
    let first = try #require(lines.first { $0.contains("DEM2026-000101") })
    #expect(first.contains(";182,50;182,50;03/03/2026;"))
  }

  @Test("the file holds what the list holds: the visitor's dossiers, narrowed as the list is")
  func scope() async throws {
    let essai = try await SiteDEssai()
    try await essai.recevoir("aller-correct.txt")
    let comptable = Profil.comptable([try #require(Codique("031012"))])
    for (profil, more, count) in [
      (Profil.exploitant, [], 3), (comptable, [], 2), (comptable, [("poste", "031020")], 0),
      (.exploitant, [("poste", "031020")], 1), (.exploitant, [("vue", "clos")], 0), (.central, [], 0),
    ] as [(Profil, [(nom: String, valeur: String)], Int)] {
      let (url, octets) = try lire(try await exporter(essai, profil, "csv", more))
      #expect(octets.split(separator: 0x0A).count == count + 1, "\(profil) \(more)")
      try FileManager.default.removeItem(at: url)
    }
  }

  @Test("an XLSX is a workbook, named by the day")
  func workbook() async throws {
    let essai = try await SiteDEssai()
    try await essai.recevoir("aller-correct.txt")
    let reponse = try await exporter(essai, .exploitant, "xlsx")
    let (url, octets) = try lire(reponse)
    defer { try? FileManager.default.removeItem(at: url) }
    #expect(octets.starts(with: "PK".utf8))
    #expect(reponse.enTetes.contains { $0.valeur.contains("dossiers-2026-03-03.xlsx") })
  }

  @Test("once the answer has begun nothing of the file is left on the disk, even if nobody reads it")
  func removed() async throws {
    let essai = try await SiteDEssai()
    try await essai.recevoir("aller-correct.txt")
    let reponse = try await exporter(essai, .exploitant, "csv")
    let (url, _) = try lire(reponse)
    #expect(FileManager.default.fileExists(atPath: url.path))
    _ = try await Traduction.response(reponse, try essai.site())
    #expect(!FileManager.default.fileExists(atPath: url.path))
  }

  @Test("another format does not exist, and leaves no file")
  func unknown() async throws {
    let essai = try await SiteDEssai()
    await #expect(throws: FauteDePage.introuvable) { try await exporter(essai, .exploitant, "exe") }
  }
}
