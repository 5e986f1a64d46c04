import Convention
import Registre
import Testing

@testable import Site

@Suite("Plusieurs accusés de réception à la fois (art. 9, al. 1)")
struct AccusesTests {
  private func essai() async throws -> (SiteDEssai, Client) {
    let essai = try await SiteDEssai()
    try await essai.recevoir("aller-correct.txt")
    return (essai, try await essai.etude("E3101"))
  }

  private func ids(_ essai: SiteDEssai, _ numeros: [String]) async throws -> [(String, String)] {
    var ids: [(String, String)] = []
    for numero in numeros { ids.append(("dossier", "\(try #require(try await essai.dossier(numero)).id)")) }
    return ids
  }

  @Test("the dossiers ticked are acknowledged, each by who ticked it; the others still wait")
  func ticked() async throws {
    let (essai, etude) = try await essai()
    let form = try await etude.get("/accuses")
    let cle = try #require(form.cache("cle"))
    let two = try await ids(essai, ["DEM2026-000101", "DEM2026-000102"])
    let page = try await etude.post("/accuses", [("cle", cle)] + two)
    #expect(page.vers == "/accuses?nombre=2")
    for numero in ["DEM2026-000101", "DEM2026-000102"] {
      let fiche = try #require(try await essai.dossier(numero))
      #expect(fiche.dossier.remise?.reception?.jour == SiteDEssai.jour)
      let history = try await essai.registre.lire { try $0.histoire(of: fiche) }
      #expect(history.last?.auteur == "etude:E3101/claire")
    }
    let list = try await etude.get("/accuses?nombre=2")
    #expect(list.corps.contains("2 accusés enregistrés.") && !list.corps.contains("DEM2026-000101"))
    #expect(try await essai.dossier("DEM2026-000103")?.dossier.remise?.reception == nil)
    // The same form again: nothing is done twice.
    let position = try await essai.dernierePosition
    #expect(try await etude.post("/accuses", [("cle", cle)] + two).vers == "/accuses?nombre=2")
    #expect(try await essai.dernierePosition == position)
  }

  @Test("nothing ticked, another étude's dossier, a number of nothing: refused, and nothing changes")
  func refused() async throws {
    let (essai, etude) = try await essai()
    let other = try await essai.etude("E3102", "bob")
    let position = try await essai.dernierePosition
    #expect(try await etude.post("/accuses", [("cle", "k")]).statut == 422)
    let mine = try await ids(essai, ["DEM2026-000101"])
    #expect(try await other.post("/accuses", [("cle", "k")] + mine).statut == 404)
    #expect(try await etude.post("/accuses", [("cle", "k")] + mine + [("dossier", "999")]).statut == 404)
    #expect(try await etude.post("/accuses", mine).statut == 400)
    #expect(try await essai.dernierePosition == position)
  }

  @Test("one already acknowledged is said, the others are done")
  func partly() async throws {
    let (essai, etude) = try await essai()
    let both = try await ids(essai, ["DEM2026-000101", "DEM2026-000102"])
    _ = try await etude.post("/accuses", [("cle", "k1"), both[0]])
    let page = try await etude.post("/accuses", [("cle", "k2")] + both)
    #expect(
      page.statut == 422 && page.corps.contains("1 accusé enregistré.") && page.corps.contains("DEM2026-000101 :"))
    #expect(try await essai.dossier("DEM2026-000102")?.dossier.remise?.reception?.accuse == true)
  }
}
