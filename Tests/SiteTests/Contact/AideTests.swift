import Centre
import Convention
import Testing

@testable import Site

@Suite("Aide ouverte à tous : prérequis publiés, interlocuteur du centre (R092, R097)")
struct AideTests {
  @Test("third parties and études read who answers for the centre, and the prerequisites that were published")
  func open() async throws {
    let essai = try await SiteDEssai()
    try await essai.servir { port in
      var navigateur = Navigateur(port: port)
      let bare = try await navigateur.get("/aide").corps
      #expect(bare.contains("Le centre n’a pas encore désigné son référent.") && !bare.contains("publiés le"))
    }
    let devoirs = DevoirsDuCentre(try essai.centre)
    _ = try await devoirs.deposer([:])
    _ = try await devoirs.designer(
      referent: "Claire Martin", telephone: "0561000000", courriel: "contact@centre.example")
    _ = try await devoirs.publierPrerequis(version: "2026-1", "un navigateur de moins de deux ans")
    try await essai.servir { port in
      var navigateur = Navigateur(port: port)
      let page = try await navigateur.get("/aide").corps
      for texte in ["Claire Martin", "0561000000", "contact@centre.example"] {
        #expect(page.contains("<dd>\(texte)</dd>"), "\(texte)")
      }
      #expect(page.contains("un navigateur de moins de deux ans"))
      #expect(page.contains("Prérequis 2026-1, publiés le 03/03/2026."))
    }
  }

  @Test("before a contact is designated, the one of the configuration answers (R190)")
  func fallback() throws {
    let reglage = ReglageDuSite(referent: "Paul Petit", courriel: "centre@exemple.example")
    let known = InterlocuteurDuCentre(nil, reglage, on: SiteDEssai.jour)
    #expect(known.lignes.map(\.valeur) == ["Paul Petit", "centre@exemple.example"])
    #expect(InterlocuteurDuCentre(nil, ReglageDuSite(), on: SiteDEssai.jour).lignes.isEmpty)
  }
}
