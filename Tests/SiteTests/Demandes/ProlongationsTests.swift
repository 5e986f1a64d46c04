import Convention
import Registre
import Testing

@testable import Site

@Suite("Prolongations à décider (art. 9, al. 3, R137)")
struct ProlongationsTests {
  @Test("what an étude asks waits for its comptable, and no other, until he answers")
  func asked() async throws {
    let essai = try await SiteDEssai()
    try await essai.recevoir("aller-correct.txt")
    let etude = try await essai.etude("E3101")
    let jean = try await essai.comptable("031012")
    let autre = try await essai.comptable("031020", "lea")
    let id = try #require(try await essai.dossier("DEM2026-000101")).id
    _ = try await etude.post("/accuses", [("cle", "a"), ("dossier", "\(id)")])
    #expect(try await jean.get("/prolongations").corps.contains("Aucune demande n’attend."))
    let asked = try await etude.post(
      "/dossiers/\(id)/demarches/prolongation",
      [("cle", "b"), ("date_fin_demandee", "30/09/2026"), ("motif_prolongation", try motif(essai))])
    #expect(asked.vers == "/dossiers/\(id)?fait=prolongation", "\(asked.corps)")
    let list = try await jean.get("/prolongations")
    #expect(list.corps.contains("DEM2026-000101") && list.corps.contains("30/09/2026"))
    #expect(list.corps.contains("href=\"/dossiers/\(id)/demarches/accordee\""))
    #expect(!(try await autre.get("/prolongations").corps.contains("DEM2026-000101")))
    let granted = try await jean.post(
      "/dossiers/\(id)/demarches/accordee", [("cle", "c"), ("date_fin", "30/09/2026")])
    #expect(granted.vers == "/dossiers/\(id)?fait=accordee", "\(granted.corps)")
    #expect(try await essai.dossier("DEM2026-000101")?.dossier.terme == Jour(2026, 9, 30))
    #expect(try await jean.get("/prolongations").corps.contains("Aucune demande n’attend."))
  }

  private func motif(_ essai: SiteDEssai) throws -> String {
    try #require(SiteDEssai.formats.derniere?.liste("motif_prolongation")?.valeurs.first?.code)
  }
}
