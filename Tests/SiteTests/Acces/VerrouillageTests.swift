import Convention
import Registre
import Testing

@testable import Site

@Suite("Wrong passwords: a wait that grows (R183)")
struct VerrouillageTests {
  @Test(
    "no wait up to four failures, a minute at the fifth, doubled at each, half an hour at most",
    arguments: [(0, 0), (4, 0), (5, 60), (6, 120), (9, 960), (10, 1800), (11, 1800), (1_000_000, 1800)])
  func delays(_ echecs: Int, _ seconds: Int) { #expect(Verrouillage.attenteSeconds(after: echecs) == seconds) }

  /// One attempt in a browser of its own.
  private func essayer(_ port: Int, _ identifiant: String, _ motDePasse: String) async throws -> Navigateur.Page {
    var navigateur = Navigateur(port: port)
    _ = try await navigateur.get("/connexion")
    return try await navigateur.post("/connexion", ["identifiant": identifiant, "mot_de_passe": motDePasse])
  }

  @Test(
    "ten wrong passwords: five answers, then a wait, even with the right one; a name that nobody has gets the same",
    arguments: ["claire", "personne"])
  func ten(_ identifiant: String) async throws {
    let essai = try await SiteDEssai()
    try await essai.creer("claire", .exploitant)
    try await essai.servir { port in
      for count in 1...10 {
        let page = try await essayer(port, identifiant, "faux")
        #expect(page.statut == 422)
        #expect(page.corps.contains("Identifiant ou mot de passe inconnu.") == (count <= 5), "attempt \(count)")
        #expect(page.corps.contains("attendez 60 secondes") == (count > 5), "attempt \(count)")
      }
      #expect(try await essayer(port, identifiant, SiteDEssai.motDePasse).statut == 422)
    }
  }

  @Test("a second before the end the right password waits still; at the end it opens, and the count begins again")
  func waited() async throws {
    let essai = try await SiteDEssai()
    try await essai.creer("claire", .exploitant)
    try await essai.servir { port in
      for _ in 1...5 { _ = try await essayer(port, "claire", "faux") }
      essai.attendre(seconds: 59)
      #expect(try await essayer(port, "claire", SiteDEssai.motDePasse).corps.contains("attendez 1 seconde"))
      essai.attendre(seconds: 1)
      #expect(try await essayer(port, "claire", SiteDEssai.motDePasse).statut == 303)
      for _ in 1...4 { _ = try await essayer(port, "claire", "faux") }
      #expect(try await essayer(port, "claire", SiteDEssai.motDePasse).statut == 303)
    }
  }

  @Test("one name's failures do not shut another's door")
  func others() async throws {
    let essai = try await SiteDEssai()
    try await essai.creer("claire", .exploitant)
    try await essai.servir { port in
      for _ in 1...5 { _ = try await essayer(port, "jean", "faux") }
      #expect(try await essayer(port, "claire", SiteDEssai.motDePasse).statut == 303)
    }
  }

  @Test("the log tells numbers: no name, known or not, no password, no cookie, no token")
  func silent() async throws {
    let essai = try await SiteDEssai()
    let claire = try await essai.creer("claire.martin", .exploitant)
    try await essai.servir { port in
      var navigateur = Navigateur(port: port)
      _ = try await navigateur.get("/connexion")
      let token = navigateur.jeton
      _ = try await essayer(port, "jean.dupont", "Secret-Inconnu-1")
      _ = try await essayer(port, "claire.martin", "Secret-Inconnu-2")
      _ = try await navigateur.post(
        "/connexion", ["identifiant": "claire.martin", "mot_de_passe": SiteDEssai.motDePasse])
      let log = essai.journal.texte
      #expect(log.contains("Connexion refusée") && log.contains("\"utilisateur\": \(claire.id)"))
      let secrets = ["claire.martin", "Nom de", "jean.dupont", "Secret-Inconnu", SiteDEssai.motDePasse, token]
      for secret in secrets + navigateur.cookies.values { #expect(!log.contains(secret)) }
    }
  }
}
