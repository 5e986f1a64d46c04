import Foundation
import Testing

@testable import CentreServeur

@Suite("quarantaine")
struct QuarantaineTests {
  private func centre() async throws -> Essai {
    let essai = try await Essai.avecReferentiel()
    _ = await essai.run("recevoir", Echantillon.chemin("aller-correct.txt"), jour: "2026-03-02")
    _ = await essai.run("recevoir", Echantillon.chemin("aller-defauts.txt"), jour: "2026-03-03")
    return essai
  }

  @Test("every rejected line is listed with its code, its place and what is proposed")
  func list() async throws {
    let essai = try await centre()
    let listed = try await essai.run("quarantaine", "lister", "--json", jour: "2026-03-03").objet()
    let rejets = try #require(listed["rejets"] as? [[String: Any]])
    #expect(rejets.compactMap { $0["ligne"] as? Int } == [7, 11, 13, 17, 20, 24, 25, 26])
    #expect(rejets.allSatisfy { ($0["proposition"] as? String)?.isEmpty == false })
    let text = await essai.run("quarantaine", "lister", jour: "2026-03-03")
    #expect(text.sortie.contains("8 lignes rejetées"))
  }

  @Test("a line corrected and replayed is accepted, then waits no more")
  func replay() async throws {
    let essai = try await centre()
    let shown = await essai.run("quarantaine", "voir", "2:13", jour: "2026-03-03")
    #expect(shown.code == 0 && shown.sortie.contains("Champ en cause : nom"))
    let again = await essai.run("quarantaine", "rejouer", "2:13", "--json", jour: "2026-03-03")
    #expect(again.code == 1)
    let fixed = await essai.run(
      "quarantaine", "rejouer", "3:3", "--corriger", "3.nom=MARTIN", "--json", jour: "2026-03-03")
    #expect(fixed.code == 0, "\(fixed.avertissements) \(fixed.sortie)")
    #expect(await essai.run("dossier", "DEM2026-000204", jour: "2026-03-03").code == 0)
    #expect(await essai.run("quarantaine", "rejouer", "2:13", jour: "2026-03-03").code == 1)
  }

  @Test("a line that is classed waits no more; what does not exist is refused, what is malformed is 2")
  func classer() async throws {
    let essai = try await centre()
    #expect(await essai.run("quarantaine", "classer", "2:11", jour: "2026-03-03").code == 0)
    let listed = try await essai.run("quarantaine", "lister", "--json", jour: "2026-03-03").objet()
    #expect((listed["rejets"] as? [[String: Any]])?.count == 7)
    #expect(await essai.run("quarantaine", "classer", "2:99").code == 1)
    #expect(await essai.run("quarantaine", "classer", "2").code == 2)
    #expect(await essai.run("quarantaine", "voir", "DEM0").code == 1)
    #expect(await essai.run("quarantaine", "renoncer", "DEM0", "--code", "500").code == 2)
    #expect(await essai.run("quarantaine", "renoncer", "DEM0", "--code", "403").code == 1)
    #expect(await essai.run("quarantaine", "designer", "DEM0", "--etude", "E3101").code == 1)
    #expect(await essai.run("quarantaine", "rejouer", "2:13", "--corriger", "nom=MARTIN").code == 2)
  }
}
