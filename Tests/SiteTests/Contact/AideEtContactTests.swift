import Centre
import Convention
import Registre
import Testing

@testable import Site

@Suite("Aide et contact : les dernières demandes d’abord, un poste parmi plusieurs (R187, R191)")
struct AideEtContactTests {
  private func postes() throws -> Set<Codique> {
    Set(try ["031012", "031020"].map { try #require(Codique($0)) })
  }

  private static func cle(_ rang: Int) -> String { "A-2026-\(rang < 10 ? "00" : "0")\(rang)" }

  /// So many requests of Colomiers, A-2026-001 the oldest.
  private func poser(_ count: Int, _ essai: SiteDEssai) async throws {
    let poste = try #require(Codique("031012"))
    let instant = Instant(SiteDEssai.jour, heure: 9)
    let trace = Trace(auteur: "essai", instant: instant, jour: SiteDEssai.jour)
    let texte = try TexteLibre("que faire ?", on: SiteDEssai.jour)
    try await essai.registre.ecrire { ecriture in
      for rang in 1...count {
        let actes = Sollicitation.decidePoser(
          numero: AideEtContactTests.cle(rang), poste: poste, auteur: 1, objet: .conseil, texte: texte,
          instant: instant)
        _ = try ecriture.ouvrir(Sollicitation.self, actes, trace: trace)
      }
    }
  }

  @Test("a comptable finds his last request on the first page, his oldest on the last one")
  func newestFirst() async throws {
    let essai = try await SiteDEssai()
    try await poser(51, essai)
    let jean = try await essai.comptable("031012")
    let first = try await jean.get("/aide-et-contact").corps
    #expect(first.contains("51 demandes") && first.contains("A-2026-051") && !first.contains("A-2026-001"))
    #expect(first.contains("/aide-et-contact?page=2"))
    let last = try await jean.get("/aide-et-contact?page=2").corps
    #expect(last.contains("A-2026-001") && !last.contains("A-2026-002"))
  }

  @Test("the exploitant finds those that wait before those that were answered, the last asked first")
  func waitingFirst() async throws {
    let essai = try await SiteDEssai()
    try await poser(51, essai)
    let claire = try await essai.client("claire", .exploitant)
    #expect(try await !claire.get("/sollicitations").corps.contains("A-2026-001"))
    _ = try await DevoirsDuCentre(try essai.centre).repondre("A-2026-051", "voici")
    let first = try await claire.get("/sollicitations").corps
    #expect(first.contains("A-2026-001") && !first.contains("A-2026-051"))
    let second = try await claire.get("/sollicitations?page=2").corps
    #expect(second.contains("A-2026-051") && second.contains("<span class=\"etiquette fait\">répondue</span>"))
    let answered = try await claire.get("/sollicitations?etat=REPONDUE").corps
    #expect(answered.contains("A-2026-051") && !answered.contains("A-2026-050"))
  }

  @Test("a comptable of two postes has one poste in each form, and no two fields of the same name")
  func names() async throws {
    let essai = try await SiteDEssai()
    let anne = try await essai.client("anne", .comptable(try postes()))
    let page = try await anne.get("/aide-et-contact").corps
    let ids = page.matches(of: /id="(champ-[^"]+)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
    #expect(
      ids.filter { $0.hasPrefix("champ-poste") } == ["champ-poste", "champ-poste_formation", "champ-poste_epreuve"])
    #expect(page.contains("Aucune version publiée."))
  }

  @Test("what is refused keeps the poste chosen, and its sentence names no command")
  func kept() async throws {
    let essai = try await SiteDEssai()
    let anne = try await essai.client("anne", .comptable(try postes()))
    let chosen = #/<option value="031020" selected>/#
    let formation = try await anne.post(
      "/aide-et-contact/formation", [("cle", "k1"), ("poste_formation", "031020")])
    #expect(formation.statut == 422 && formation.corps.contains("R-98"))
    #expect(formation.corps.matches(of: chosen).count == 1)
    let epreuve = try await anne.post(
      "/aide-et-contact/epreuve", [("poste_epreuve", "031020"), ("code", "ABCD1234")])
    #expect(epreuve.statut == 422 && epreuve.corps.matches(of: chosen).count == 1)
    #expect(epreuve.corps.contains("n’a pas encore déposé sa déclaration de moyens."))
    #expect(!epreuve.corps.contains("declaration deposer") && epreuve.corps.contains("value=\"ABCD1234\""))
    let another = try await anne.post("/aide-et-contact/formation", [("cle", "k2"), ("poste_formation", "093001")])
    #expect(another.statut == 404)
  }

  @Test("a renewal is asked by its own form alone, which counts it (R187)")
  func renewal() async throws {
    let essai = try await SiteDEssai()
    let jean = try await essai.comptable("031012")
    #expect(try await !jean.get("/aide-et-contact").corps.contains("value=\"renouvellement\""))
    let forged = try await jean.post(
      "/aide-et-contact/demande", [("cle", "k1"), ("objet", "renouvellement"), ("texte", "encore")])
    #expect(forged.statut == 422 && forged.corps.contains("Choisissez l’objet."))
  }
}
