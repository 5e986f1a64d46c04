import Convention
import Registre
import Testing

@testable import Site

@Suite("Formulaires d’un dysfonctionnement : numéro partagé, heure sans jour, états lus (R086, R179)")
struct FormulaireDIncidentTests {
  private static let detecter = "/dysfonctionnements/detecter"

  private func champs(_ texte: String, numero: String = "D-2026-001") -> [(String, String)] {
    [("numero", numero), ("texte", texte), ("nature", "disponibilite"), ("postes", "031012")]
  }

  private func textes(_ essai: SiteDEssai) async throws -> [String] {
    try await essai.registre.lire { lecture in
      try lecture.histoiresEntieres(IncidentDeService.self, .exploitant).map { fiche in
        switch fiche.histoire.origine {
        case .prevu(let prevu): "\(fiche.cle) \(prevu.motif.texte)"
        case .detecte(let detecte): "\(fiche.cle) \(detecte.description.texte)"
        }
      }
    }
  }

  @Test("of two reports under one number, the second comes back as it was typed under the next; the same twice is one")
  func sharedNumber() async throws {
    let essai = try await SiteDEssai()
    let claire = try await essai.client("claire", .exploitant)
    let paul = try await essai.client("paul", .exploitant)
    for fait in ["incident", "deja"] {
      let sent = try await claire.post(Self.detecter, champs("panne du site"))
      #expect(sent.vers?.hasSuffix("?fait=\(fait)") == true, "\(sent.statut)")
    }
    for (client, texte) in [(paul, "retours incomplets"), (paul, "panne du site"), (claire, "retours incomplets")] {
      let back = try await client.post(Self.detecter, champs(texte))
      #expect(back.statut == 422 && back.cache("numero") == "D-2026-002")
      #expect(back.corps.contains(">\(texte)</textarea>"), "what was typed is still there")
      #expect(back.corps.contains("un autre dysfonctionnement a pris le numéro D-2026-001"))
    }
    let instants = [("de", "04/03/2026"), ("de_heure", "06:00"), ("a", "04/03/2026"), ("a_heure", "08:00")]
    let planned = try await claire.post("/dysfonctionnements/prevoir", champs("panne du site") + instants)
    #expect(planned.statut == 422, "an outage to come is not the fault found in the same words")
    #expect(try await textes(essai) == ["D-2026-001 panne du site"])
    let done = try await paul.post(Self.detecter, champs("retours incomplets", numero: "D-2026-002"))
    #expect(done.vers?.hasSuffix("?fait=incident") == true)
    #expect(try await textes(essai) == ["D-2026-001 panne du site", "D-2026-002 retours incomplets"])
  }

  @Test("a time typed without its day is told at the day, and nothing is recorded: it is not taken for now")
  func timeWithoutDay() async throws {
    let essai = try await SiteDEssai()
    let claire = try await essai.client("claire", .exploitant)
    let refused = try await claire.post(Self.detecter, champs("panne du site") + [("depuis_heure", "16:30")])
    #expect(refused.statut == 422 && refused.corps.contains("Depuis, jour : Indiquez le jour"))
    #expect(try await textes(essai).isEmpty)
    let sent = try await claire.post(Self.detecter, champs("panne du site"))
    let page = try #require(sent.vers?.split(separator: "?").first).description
    let rang = try #require(try await claire.get(page).cache("rang"))
    let before = try await essai.dernierePosition
    let back = try await claire.post("\(page)/retablir", [("rang", rang), ("retour_heure", "16:30")])
    #expect(back.statut == 422 && back.corps.contains("Rétabli, jour : Indiquez le jour"))
    #expect(try await essai.dernierePosition == before)
  }

  @Test("a state is read in French, accents included")
  func etats() async throws {
    let essai = try await SiteDEssai()
    let claire = try await essai.client("claire", .exploitant)
    let instants = [("de", "04/03/2026"), ("de_heure", "06:00"), ("a", "04/03/2026"), ("a_heure", "08:00")]
    let sent = try await claire.post("/dysfonctionnements/prevoir", champs("mise à niveau") + instants)
    let page = try #require(sent.vers?.split(separator: "?").first).description
    for chemin in ["/dysfonctionnements", page] {
      #expect(try await claire.get(chemin).corps.contains("<span class=\"etiquette alerte\">prévu</span>"), "\(chemin)")
    }
    let rang = try #require(try await claire.get(page).cache("rang"))
    _ = try await claire.post("\(page)/abandonner", [("rang", rang)])
    #expect(try await claire.get(page).corps.contains("<span class=\"etiquette fait\">abandonné</span>"))
  }
}
