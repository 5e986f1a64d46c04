import Convention
import Registre
import Testing

@testable import Site

/// The door, by real requests (annexe qualité II.2, R183; R079).
@Suite("The door: sign in, sign out, sessions, forms")
struct PorteTests {
  private func entrer(
    _ navigateur: inout Navigateur, _ identifiant: String = "claire", _ motDePasse: String = SiteDEssai.motDePasse,
    vers: String = "/"
  ) async throws -> Navigateur.Page {
    _ = try await navigateur.get("/connexion")
    return try await navigateur.post(
      "/connexion", ["identifiant": identifiant, "mot_de_passe": motDePasse, "vers": vers])
  }

  @Test("whoever is not signed in is led to the door, then back to the page he asked for")
  func door() async throws {
    let essai = try await SiteDEssai()
    try await essai.creer("claire", .exploitant)
    try await essai.servir { port in
      var navigateur = Navigateur(port: port)
      let refused = try await navigateur.get("/flux")
      #expect(refused.statut == 303 && refused.enTete("Location") == "/connexion?vers=%2Fflux")
      let page = try await entrer(&navigateur, vers: "/flux")
      #expect(page.statut == 303 && page.enTete("Location") == "/flux")
      #expect(try await navigateur.get("/flux").statut == 200)
    }
  }

  @Test("the name in capitals is the same name; the password is not")
  func capitals() async throws {
    let essai = try await SiteDEssai()
    try await essai.creer("claire", .exploitant)
    try await essai.servir { port in
      var navigateur = Navigateur(port: port)
      let wrong = try await entrer(&navigateur, "CLAIRE", SiteDEssai.motDePasse.uppercased())
      let right = try await entrer(&navigateur, "CLAIRE")
      #expect(wrong.statut == 422 && right.statut == 303)
    }
  }

  @Test("a session begins under a new secret, whatever the browser brought (fixation)")
  func fixation() async throws {
    let essai = try await SiteDEssai()
    let claire = try await essai.creer("claire", .exploitant)
    try await essai.servir { port in
      let planted = try await essai.connecte(claire, port: port).cookies["seance"]
      var navigateur = Navigateur(port: port)
      navigateur.cookies["seance"] = planted
      _ = try await entrer(&navigateur)
      #expect(navigateur.cookies["seance"] != planted && navigateur.cookies["seance"]?.count == 43)
    }
  }

  @Test("signed out, a stolen cookie opens nothing")
  func stolen() async throws {
    let essai = try await SiteDEssai()
    let claire = try await essai.creer("claire", .exploitant)
    try await essai.servir { port in
      var navigateur = try await essai.connecte(claire, port: port)
      let stolen = navigateur.cookies
      #expect(try await navigateur.get("/").statut == 200)
      #expect(try await navigateur.post("/deconnexion").enTete("Location") == "/connexion?fait=sortie")
      #expect(navigateur.cookies["seance"] == nil)
      var thief = Navigateur(port: port)
      thief.cookies = stolen
      #expect(try await thief.get("/").enTete("Location") == "/connexion")
    }
  }

  @Test(
    "a link cannot lead the sign-in to another site", arguments: ["//mal.example", "https://mal.example", "/\\mal"])
  func openRedirect(_ vers: String) async throws {
    let essai = try await SiteDEssai()
    try await essai.creer("claire", .exploitant)
    try await essai.servir { port in
      var navigateur = Navigateur(port: port)
      let page = try await entrer(&navigateur, vers: vers)
      #expect(page.enTete("Location") == "/")
    }
  }

  @Test("a session read for 29 minutes lives on; left for 30 it is over")
  func idle() async throws {
    let essai = try await SiteDEssai()
    let claire = try await essai.creer("claire", .exploitant)
    try await essai.servir { port in
      var navigateur = try await essai.connecte(claire, port: port)
      for _ in 0..<3 {
        essai.attendre(seconds: 29 * 60)
        #expect(try await navigateur.get("/").statut == 200)
      }
      essai.attendre(seconds: 30 * 60)
      #expect(try await navigateur.get("/").statut == 303)
    }
  }

  @Test("blocked while he is at work: his next page is the door, and his password opens it no more")
  func blocked() async throws {
    let essai = try await SiteDEssai()
    let claire = try await essai.creer("claire", .exploitant)
    try await essai.servir { port in
      var navigateur = try await essai.connecte(claire, port: port)
      #expect(try await navigateur.get("/").statut == 200)
      try await essai.registre.ecrire { try $0.bloquer(claire.id) }
      #expect(try await navigateur.get("/").statut == 303)
      let page = try await entrer(&navigateur)
      #expect(page.statut == 422 && page.corps.contains("Identifiant ou mot de passe inconnu."))
    }
  }

  @Test("a form without its token, with another session's, or from the sign-in page: refused, nothing changed")
  func forged() async throws {
    let essai = try await SiteDEssai()
    let claire = try await essai.creer("claire", .exploitant)
    let jean = try await essai.creer("jean", .exploitant)
    try await essai.servir { port in
      var navigateur = try await essai.connecte(claire, port: port)
      var other = try await essai.connecte(jean, port: port)
      var entry = Navigateur(port: port)
      let (theirs, atTheDoor) = (try await other.get("/compte").jeton, try await entry.get("/connexion").jeton)
      for jeton in ["", "x", try #require(theirs), try #require(atTheDoor)] {
        let page = try await navigateur.post("/utilisateurs/\(jean.id)/bloquer", ["jeton": jeton])
        #expect(page.statut == 403 && page.corps.contains("Formulaire périmé"))
      }
      #expect(try await essai.registre.lire { try $0.compte(jean.id)?.utilisateur.bloque } == false)
      #expect(try await navigateur.post("/deconnexion", ["jeton": ""]).statut == 403)
      #expect(try await navigateur.get("/").statut == 200)
    }
  }

  @Test("the sign-in form is refused to whoever was not shown it")
  func entryToken() async throws {
    let essai = try await SiteDEssai()
    try await essai.creer("claire", .exploitant)
    try await essai.servir { port in
      var navigateur = Navigateur(port: port)
      let champs = ["identifiant": "claire", "mot_de_passe": SiteDEssai.motDePasse]
      let page = try await navigateur.post("/connexion", champs)
      #expect(page.statut == 403)
      #expect(navigateur.cookies["seance"] == nil)
    }
  }

  @Test(
    "the headers of every answer: nothing from elsewhere, no frame, no copy kept, a cookie that scripts cannot read")
  func headers() async throws {
    let essai = try await SiteDEssai()
    let claire = try await essai.creer("claire", .exploitant)
    try await essai.servir { port in
      var navigateur = try await essai.connecte(claire, port: port)
      for chemin in ["/", "/connexion", "/absente", "/flux"] {
        let page = try await navigateur.get(chemin)
        #expect(page.enTete("Cache-Control") == "no-store")
        #expect(page.enTete("X-Content-Type-Options") == "nosniff")
        let policy = page.enTete("Content-Security-Policy") ?? ""
        #expect(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"))
        #expect(page.enTete("Strict-Transport-Security") == nil)
      }
      var entry = Navigateur(port: port)
      #expect(try await entrer(&entry).enTete("Set-Cookie")?.hasSuffix("; Path=/; HttpOnly; SameSite=Lax") == true)
    }
  }

  @Test("behind HTTPS the cookie is bound to the host and to encryption, and browsers are told to stay with it")
  func encrypted() async throws {
    let essai = try await SiteDEssai()
    try await essai.creer("claire", .exploitant)
    try await essai.servir(url: "https://centre.example") { port in
      var navigateur = Navigateur(port: port)
      let page = try await entrer(&navigateur)
      #expect(navigateur.cookies["__Host-seance"]?.count == 43 && navigateur.cookies["seance"] == nil)
      #expect(page.enTete("Set-Cookie")?.hasSuffix("; Secure") == true)
      #expect(page.enTete("Strict-Transport-Security") == "max-age=31536000")
    }
  }
}
