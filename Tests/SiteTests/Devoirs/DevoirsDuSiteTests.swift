import Convention
import Registre
import Testing

@testable import Centre
@testable import Site

@Suite("Devoirs du centre au site (R084, R086–R087, R179, R187–R191)")
struct DevoirsDuSiteTests {
  private func page(_ methode: Route.Methode, _ chemin: String) throws -> PageDuSite {
    PageDuSite(route: try #require(Site.routes.first { $0.methode == methode && $0.chemin == chemin }))
  }

  private func acte(_ monde: MondeDuSite, _ chemin: String, _ cle: String) async throws -> (PageDuSite, String) {
    (try page(.post, chemin), try await monde.valeur("SELECT CAST(id AS TEXT) FROM histoire WHERE cle = '\(cle)'"))
  }

  @Test("an outage that is open stands on every page of those whom it concerns, and of nobody else (R087)")
  func banner() async throws {
    let monde = try await MondeDuSite()
    for (role, own, other) in [
      (Role.comptableColomiers, "panne du réseau 31", "panne du réseau 32"),
      (.comptableAuch, "panne du réseau 32", "panne du réseau 31"),
      (.etudeAlbert, "panne du réseau 31", "panne du réseau 32"),
    ] {
      let seance = try await monde.seance(role)
      for chemin in ["/", "/dossiers", "/compte"] {
        let recu = try await monde.demander(try page(.get, chemin), nil, seance)
        #expect(recu.texte.contains(own) && !recu.texte.contains(other), "\(chemin) as \(role)")
      }
    }
    let direction = try await monde.demander(try page(.get, "/"), nil, try await monde.seance(.directionGers))
    #expect(!direction.texte.contains("class=\"interruptions\""))
  }

  @Test("a comptable reads the notice, not whom else it concerns, its proofs, nor the exploitant's forms (R087)")
  func notice() async throws {
    let monde = try await MondeDuSite()
    let (_, id) = try await acte(monde, "/dysfonctionnements/:id/aviser", "D-2026-001")
    let seen = try await monde.demander(
      try page(.get, "/dysfonctionnements/:id"), id, try await monde.seance(.comptableColomiers))
    #expect(seen.texte.contains("panne du réseau 31"))
    for hidden in ["E3101", "SHA-256", "/aviser", "Ce qui reste à faire"] { #expect(!seen.texte.contains(hidden)) }
    let whole = try await monde.demander(
      try page(.get, "/dysfonctionnements/:id"), id, try await monde.seance(.exploitant))
    for shown in ["E3101", "SHA-256", "/aviser", "Ce qui reste à faire"] { #expect(whole.texte.contains(shown)) }
  }

  @Test("an act sent twice is done once; what the convention refuses is said and changes nothing (R086, R093)")
  func twice() async throws {
    let monde = try await MondeDuSite()
    let seance = try await monde.seance(.exploitant)
    let (action, id) = try await acte(monde, "/dysfonctionnements/:id/action", "D-2026-002")
    let fields = ["rang": "1", "action": "redemarrage"]
    for fait in ["incident", "deja"] {
      let recu = try await monde.demander(action, id, seance, jeton: seance.jeton, champs: fields)
      #expect(recu.lieu == "/dysfonctionnements/\(id)?fait=\(fait)")
    }
    let before = try await monde.photographie()
    let clore = try page(.post, "/dysfonctionnements/:id/clore")
    let commencer = try page(.post, "/dysfonctionnements/:id/commencer")
    for (route, code) in [(clore, "R-87"), (commencer, "R-89")] {
      let refused = try await monde.demander(route, id, seance, jeton: seance.jeton, champs: ["rang": "2"])
      #expect(refused.statut == 422 && refused.texte.contains(code))
    }
    #expect(try await monde.photographie() == before)
  }

  @Test("a fault is recorded by form, under the number shown, once; without anyone concerned it is refused (R-81)")
  func recorded() async throws {
    let monde = try await MondeDuSite()
    let seance = try await monde.seance(.exploitant)
    let detecter = try page(.post, "/dysfonctionnements/detecter")
    let shown = try await monde.demander(try page(.get, "/dysfonctionnements/detecter"), nil, seance)
    #expect(shown.texte.contains("value=\"D-2026-003\""))
    let fields = ["numero": "D-2026-003", "texte": "lenteurs", "nature": "qualite"]
    let refused = try await monde.demander(detecter, nil, seance, jeton: seance.jeton, champs: fields)
    #expect(refused.statut == 422 && refused.texte.contains("R-81"))
    let whole = fields.merging(["postes": "031012"]) { $1 }
    for fait in ["incident", "deja"] {
      let recu = try await monde.demander(detecter, nil, seance, jeton: seance.jeton, champs: whole)
      #expect(recu.lieu?.hasSuffix("?fait=\(fait)") == true)
    }
  }

  @Test("a comptable asks once, for his own poste, and reads the answer; another's poste does not exist (R191)")
  func asked() async throws {
    let monde = try await MondeDuSite()
    let seance = try await monde.seance(.comptableColomiers)
    let demande = try page(.post, "/aide-et-contact/demande")
    let fields = ["cle": "k1", "objet": "conseil", "texte": "que+faire", "poste": "031012"]
    let first = try await monde.demander(demande, nil, seance, jeton: seance.jeton, champs: fields)
    #expect(first.lieu?.hasPrefix("/sollicitations/") == true)
    let again = try await monde.demander(demande, nil, seance, jeton: seance.jeton, champs: fields)
    #expect(again.lieu == "/aide-et-contact?fait=sollicitation")
    let before = try await monde.photographie()
    let other = try await monde.demander(
      demande, nil, seance, jeton: seance.jeton, champs: fields.merging(["poste": "032020", "cle": "k2"]) { $1 })
    #expect(other.statut == 404)
    #expect(try await monde.photographie() == before)
    let exploitant = try await monde.seance(.exploitant)
    let id = try #require(first.lieu?.split(separator: "/").last?.split(separator: "?").first).description
    let reponse = try await monde.demander(
      try page(.post, "/sollicitations/:id/repondre"), id, exploitant, jeton: exploitant.jeton,
      champs: ["rang": "1", "texte": "un+delai"])
    #expect(reponse.statut == 303)
    let read = try await monde.demander(try page(.get, "/sollicitations/:id"), id, seance)
    #expect(read.texte.contains("un delai"))
  }

  @Test("CL1A reads the observations of the country, a direction those of its département (R084)")
  func report() async throws {
    let monde = try await MondeDuSite()
    let rapport = try page(.get, "/service/rapport")
    for (role, sees, hides) in [
      (Role.central, ["poste 031012", "poste 032020"], []), (.directionGers, ["poste 032020"], ["031012"]),
    ] as [(Role, [String], [String])] {
      let recu = try await monde.demander(rapport, nil, try await monde.seance(role))
      for texte in sees { #expect(recu.texte.contains(texte), "\(role)") }
      for texte in hides { #expect(!recu.texte.contains(texte), "\(role)") }
    }
  }

  @Test("the guide is open to all, to be read or kept (R188)")
  func guide() async throws {
    let monde = try await MondeDuSite()
    for chemin in ["/aide/guide", "/aide/guide/telecharger"] {
      let recu = try await monde.demander(try page(.get, chemin), nil, nil)
      #expect(recu.statut == 200 && recu.texte.contains("Confier une créance"))
    }
  }
}
