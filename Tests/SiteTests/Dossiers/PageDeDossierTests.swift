import Centre
import Convention
import Registre
import Testing

@testable import Site

@Suite("The page of a dossier")
struct PageDeDossierTests {
  private func page(
    _ essai: SiteDEssai, _ profil: Profil, id: Int64 = 1, referent: String? = nil, courriel: String? = nil
  ) async throws -> String {
    let centre = try essai.centre
    let site = Site(
      reglage: ReglageDuSite(referent: referent, courriel: courriel), journal: try essai.site().journal,
      montre: centre.horloge
    ) { centre }
    let utilisateur = Utilisateur(id: 1, identifiant: "claire", nom: "Claire", profil: profil)
    let requete = Requete(site: site, chemin: "/dossiers/\(id)", parametres: ["id": "\(id)"])
    let reponse = try await PageDeDossier.montrer(requete, Visiteur(utilisateur: utilisateur, jeton: "", seance: []))
    guard case .octets(let octets) = reponse.corps else { return "" }
    return String(decoding: octets, as: UTF8.self)
  }

  @Test("R190: whoever answers for the centre, and where to write to him, is on every dossier once they are set")
  func contact() async throws {
    let essai = try await SiteDEssai()
    try await essai.recevoir("aller-correct.txt")
    let bare = try await page(essai, .exploitant)
    #expect(!bare.contains("Référent"))
    let told = try await page(essai, .exploitant, referent: "Claire Martin", courriel: "centre@exemple.fr")
    #expect(told.contains("<dd>Claire Martin</dd>") && told.contains("<dd>centre@exemple.fr</dd>"))
  }

  @Test("R190: the contact that the declaration designates comes before the one of the configuration")
  func designated() async throws {
    let essai = try await SiteDEssai()
    try await essai.recevoir("aller-correct.txt")
    let devoirs = DevoirsDuCentre(try essai.centre)
    _ = try await devoirs.deposer([:])
    _ = try await devoirs.designer(referent: "Anne Petit", telephone: "0561000000", courriel: "contact@centre.example")
    let poste = try #require(Codique("031012"))
    for profil in [Profil.exploitant, .comptable([poste])] {
      let html = try await page(essai, profil, referent: "Claire Martin", courriel: "centre@exemple.fr")
      for told in ["Anne Petit", "0561000000", "contact@centre.example"] {
        #expect(html.contains("<dd>\(told)</dd>"), "\(told)")
      }
      #expect(!html.contains("Claire Martin") && !html.contains("centre@exemple.fr"))
    }
  }

  @Test("R177: the étude's name, address, telephone and e-mail, and what was done, each with its author")
  func etude() async throws {
    let essai = try await SiteDEssai()
    try await essai.recevoir("aller-correct.txt")
    let html = try await page(essai, .etude([try #require(CodeEtude("E3101"))]))
    for term in ["<dt>Étude</dt>", "<dt>Adresse</dt>", "<dt>Téléphone</dt>", "<dt>Courriel</dt>"] {
      #expect(html.contains(term), "\(term)")
    }
    #expect(html.contains("E3101 — SCP E3101") && html.contains("Remis à l’étude E3101"))
  }

  @Test("a debtor's name full of tags, quotes and apostrophes is shown as it is, and makes no tag")
  func hostile() async throws {
    let essai = try await SiteDEssai()
    try await essai.recevoir("aller-correct.txt", [3: ["nom": "O'<SCRIPT>\"&"]])
    let html = try await page(essai, .exploitant)
    #expect(html.contains("O&#39;&lt;SCRIPT&gt;&quot;&amp;") && !html.contains("<SCRIPT>"))
  }

  @Test("another étude's dossier, one that does not exist and a number too great are answered alike")
  func nothing() async throws {
    let essai = try await SiteDEssai()
    try await essai.recevoir("aller-correct.txt")
    let other = Profil.etude([try #require(CodeEtude("E9301"))])
    for (profil, id) in [(other, 1), (.central, 1), (.exploitant, 999), (.exploitant, Int64.max)] as [(Profil, Int64)] {
      await #expect(throws: FauteDePage.introuvable) { try await page(essai, profil, id: id) }
    }
  }
}
