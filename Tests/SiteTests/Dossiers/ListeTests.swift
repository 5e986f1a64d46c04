import Convention
import Registre
import Testing

@testable import Site

@Suite("Listes et pages de dossiers (R144, R176, R177, R185)")
struct ListeTests {
  private func essai(_ changes: [Int: [String: String]] = [:]) async throws -> (SiteDEssai, Utilisateur, Utilisateur) {
    let essai = try await SiteDEssai()
    try await essai.recevoir("aller-correct.txt", changes)
    return (
      essai, try await essai.creer("claire", .exploitant),
      try await essai.creer("jean", .comptable(Set([Codique("031012")].compactMap { $0 })))
    )
  }

  @Test("each sees his own dossiers; a search finds nothing of another's, and its words are not in an address")
  func scopes() async throws {
    let (essai, claire, jean) = try await essai()
    try await essai.servir { port in
      var exploitant = try await essai.connecte(claire, port: port)
      var comptable = try await essai.connecte(jean, port: port)
      #expect(try await exploitant.get("/dossiers").corps.contains("3 dossiers"))
      let mine = try await comptable.get("/dossiers")
      #expect(mine.corps.contains("2 dossiers") && !mine.corps.contains("SCI DU LAC"))
      let found = try await comptable.post("/dossiers/recherche", ["recherche": "lefevre"])
      #expect(found.statut == 200 && found.corps.contains("\"/dossiers/1\""))
      #expect(
        try await comptable.post("/dossiers/recherche", ["recherche": "SCI DU LAC"]).corps.contains("0 dossier trouvé"))
      #expect(
        try await comptable.post("/dossiers/recherche", ["recherche": "DEM2026-000103"]).corps.contains(
          "0 dossier trouvé"))
      #expect(
        try await exploitant.post("/dossiers/recherche", ["recherche": "dem2026-000103"]).corps.contains(
          "\"/dossiers/3\""))
    }
    #expect(!essai.journal.texte.lowercased().contains("lefevre"))
  }

  @Test("the page of a dossier has the étude's coordinates, the titres, why, the history, and a proof to take away")
  func page() async throws {
    let (essai, _, jean) = try await essai()
    try await essai.servir { port in
      var navigateur = try await essai.connecte(jean, port: port)
      let page = try await navigateur.get("/dossiers/1")
      for texte in ["SCP E3101", "Pourquoi", "182,50\u{A0}€", "n° 4501 de 2025", "Histoire"] {
        #expect(page.corps.contains(texte), "\(texte)")
      }
      let proof = try await navigateur.get("/dossiers/1/preuve")
      #expect(proof.statut == 200 && proof.enTete("Content-Disposition")?.contains("preuve-dossier-1.json") == true)
      #expect(try await navigateur.get("/dossiers/3").corps == navigateur.get("/dossiers/999").corps)
    }
  }

  @Test("a name that would be a formula or a tag is neutralised in the export and escaped in the page")
  func hostile() async throws {
    // Line 3 of the sample is the principal debtor of the first demand.
    let (essai, claire, _) = try await essai([3: ["nom": "=CMD <SCRIPT>\"&'"]])
    try await essai.servir { port in
      var navigateur = try await essai.connecte(claire, port: port)
      let list = try await navigateur.get("/dossiers")
      #expect(list.corps.contains("&lt;SCRIPT&gt;&quot;&amp;&#39;") && !list.corps.contains("<SCRIPT>"))
      let csv = try await navigateur.get("/dossiers/export?format=csv").corps
      #expect(csv.hasPrefix("\u{FEFF}Demande;") && csv.contains(";182,50;"))
      #expect(csv.split(separator: ";").allSatisfy { !$0.hasPrefix("=") && !$0.hasPrefix("\"=") })
    }
  }

  @Test("whatever is written in a list's address, it is answered; sorted by what is due, the greatest comes first")
  func addresses() async throws {
    let (essai, claire, _) = try await essai()
    try await essai.servir { port in
      var navigateur = try await essai.connecte(claire, port: port)
      for suite in [
        "?page=-3", "?page=99999999999999999999", "?vue=%00", "?tri=nom;drop", "?etude=%27", "?poste=*&sens=x",
      ] {
        #expect(try await navigateur.get("/dossiers\(suite)").statut == 200, "\(suite)")
      }
      let sorted = try await navigateur.get("/dossiers?tri=reste&sens=desc").corps
      let first = try #require(sorted.range(of: "\"/dossiers/3\"")).lowerBound
      #expect(try first < #require(sorted.range(of: "\"/dossiers/1\"")).lowerBound)
      #expect(try await navigateur.get("/dossiers/export?format=exe").statut == 404)
    }
  }

  @Test(
    "CL1A sees figures of the whole country and nobody's name; a direction sees its département and no other (R098, R099)"
  )
  func figures() async throws {
    let (essai, _, _) = try await essai()
    let central = try await essai.creer("cl1a", .central)
    let haute = try await essai.creer("d31", .direction(try #require(Departement("31"))))
    let autre = try await essai.creer("d75", .direction(try #require(Departement("75"))))
    try await essai.servir { port in
      var bureau = try await essai.connecte(central, port: port)
      let page = try await bureau.get("/")
      #expect(page.corps.contains("3 dossiers ; demandé 952,50\u{A0}€") && !page.corps.contains("LEFÈVRE"))
      for chemin in ["/dossiers", "/dossiers/1", "/dossiers/export?format=csv"] {
        #expect(try await bureau.get(chemin).statut == 403)
      }
      var mienne = try await essai.connecte(haute, port: port)
      #expect(try await mienne.get("/dossiers").corps.contains("3 dossiers"))
      var sienne = try await essai.connecte(autre, port: port)
      #expect(try await sienne.get("/dossiers").corps.contains("0 dossier."))
      #expect(try await sienne.get("/dossiers/1").statut == 404)
    }
  }

  @Test("prerequisites and help are open to all, the service says that it is up (R097)")
  func open() async throws {
    let essai = try await SiteDEssai()
    try await essai.servir { port in
      var navigateur = Navigateur(port: port)
      #expect(try await navigateur.get("/aide").corps.contains("Un navigateur à jour"))
      let health = try await navigateur.get("/sante")
      #expect(health.statut == 200 && health.corps.contains("\"etat\": \"en service\""))
    }
  }
}
