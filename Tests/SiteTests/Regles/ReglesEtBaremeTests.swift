import Convention
import Registre
import Testing

@testable import Site

@Suite("Pages : règles et barème")
struct ReglesEtBaremeTests {
  private func page(_ role: Role, _ chemin: String, _ recherche: String = "") async throws -> Recu {
    let monde = try await MondeDuSite()
    let route = try #require(Site.routes.first { $0.methode == .get && $0.chemin == chemin })
    return try await monde.demander(PageDuSite(route: route), nil, try await monde.seance(role), recherche: recherche)
  }

  @Test("every profession reads the rules and the figures", arguments: Role.allCases)
  func everyone(_ role: Role) async throws {
    for chemin in ["/regles", "/regles/lectures", "/bareme"] {
      let recu = try await page(role, chemin)
      #expect(recu.statut == 200, "\(chemin) as \(role)")
      for nom in Role.noms.values { #expect(!recu.texte.contains(nom)) }
      #expect(recu.texte.contains("href=\"/regles\"") && recu.texte.contains("href=\"/bareme\""))
    }
  }

  @Test("the whole list has the requirements, the nine open points and each policy with its other choices")
  func whole() async throws {
    let html = try await page(.central, "/regles").texte
    for id in ["R001", "R037", "R231"] { #expect(html.contains("/regles?article=\(id)\""), "\(id)") }
    #expect(html.contains("href=\"/regles/lectures\""))
    let open = try await page(.central, "/regles/lectures").texte
    for point in PointOuvert.allCases { #expect(open.contains("\(point.rawValue). \(point.libelle)")) }
    for politique in Politique.toutes { #expect(open.contains(politique.type)) }
  }

  @Test("an article gives its requirements, refusals and figures; a refusal gives its sentence")
  func search() async throws {
    let article = try await page(.etudeAlbert, "/regles", "article=10").texte
    #expect(article.contains("<h1>Article 10</h1>") && article.contains("R-26") && article.contains("50 jours"))
    #expect(!article.contains("R-07"))
    let refusal = try await page(.comptableAuch, "/regles", "article=R-26").texte
    #expect(refusal.contains("<h1>Refus R-26</h1>") && refusal.contains("La vente attend l’autorisation du comptable"))
    let rule = try await page(.exploitant, "/regles", "article=LimiteDeReversement").texte
    #expect(rule.contains("R055"))
  }

  @Test("an unknown reference, however strange, says so, shows all and makes no tag")
  func unknown() async throws {
    let recu = try await page(.exploitant, "/regles", "article=%3Cscript%3E")
    #expect(recu.statut == 200 && recu.texte.contains("Rien ne répond à cette référence"))
    #expect(!recu.texte.contains("<script>"))
  }

  @Test("the figures of a day, every version, and the unverified ones marked")
  func figures() async throws {
    let day = try await page(.central, "/bareme", "le=01%2F02%2F2011").texte
    #expect(day.contains("Valeurs du 01/02/2011") && day.contains("19,6\u{A0}%") && !day.contains("20\u{A0}%"))
    let all = try await page(.central, "/bareme", "tout=oui").texte
    #expect(all.contains("19,6\u{A0}%") && all.contains("20\u{A0}%") && all.contains("non vérifiée"))
    let unread = try await page(.central, "/bareme", "tout=oui&nonverifiees=oui").texte
    #expect(!unread.contains("durée de la phase comminatoire") && unread.contains("taux de la BCE"))
    #expect(try await page(.central, "/bareme", "le=31%2F02%2F2011").texte.contains("Ce jour ne se lit pas"))
  }

  @Test("the page of a dossier folds the sum of each date and amount under its result")
  func dossier() async throws {
    let monde = try await MondeDuSite()
    let route = try #require(Site.routes.first { $0.methode == .get && $0.chemin == "/dossiers/:id" })
    let id = try await monde.valeur("SELECT CAST(id AS TEXT) FROM dossier WHERE numero = 'DEM2026-000101'")
    let html = try await monde.demander(PageDuSite(route: route), id, try await monde.seance(.etudeAlbert)).texte
    #expect(html.contains("D’où viennent ces dates et ces montants"))
    #expect(html.contains("<summary>Terme de la phase : 18/05/2026</summary>"))
    #expect(html.contains("04/03/2026 + 75 jours = 18/05/2026"))
    #expect(html.contains("<summary>Reste dû du titre 1 : "))
    #expect(html.contains("<summary>Le calcul</summary>"))
  }
}
