import Registre
import Testing

@testable import Site

/// Every route of the site, as everyone, against his own and others': written from the table of routes, so that a new
/// page is tried the day it is written.
@Suite("Chaque page, chaque profil, les données de chacun (R098–R103, R185)")
struct RoutesTests {
  @Test(
    "one's own answers, another's is a page that does not exist, another profession's is refused",
    arguments: Role.allCases)
  func perimetre(_ role: Role) async throws {
    let monde = try await MondeDuSite()
    let seance = try await monde.seance(role)
    let other = try await monde.seance(role == .exploitant ? .central : .exploitant)
    let before = try await monde.photographie()
    for page in PageDuSite.toutes(role.metier) {
      guard let metiers = page.metiers else { continue }
      let named = try await monde.designation(page, role)
      if metiers.contains(role.metier) {
        try await monde.refuseOthers(page, named, seance)
        if page.route.methode == .post { try await monde.refuseToken(page, named, seance, other) }
        if page.route.methode == .get { try await monde.showOwn(page, named, role, seance) }
      } else {
        let recu = try await monde.demander(page, named.siens.first ?? named.neant, seance, jeton: seance.jeton)
        #expect(recu.statut == 403, "\(page.nom) as \(role)")
      }
    }
    #expect(try await monde.photographie() == before, "what was refused or shown has changed something")
  }

  @Test("not signed in, a page leads to the door and a form does nothing")
  func dehors() async throws {
    let monde = try await MondeDuSite()
    let before = try await monde.photographie()
    for page in PageDuSite.toutes(.exploitant) {
      guard page.metiers != nil else { continue }
      let named = try await monde.designation(page, .exploitant)
      let recu = try await monde.demander(page, named.siens.first, nil, jeton: Jeton().deFormulaire)
      #expect(recu.statut == 303, "\(page.nom)")
      #expect(recu.lieu?.hasPrefix("/connexion") == true, "\(page.nom) leads to \(recu.lieu ?? "nothing")")
    }
    #expect(try await monde.photographie() == before)
  }

  @Test("what is open to all shows nothing of anyone, and its forms need their token")
  func ouvertes() async throws {
    let monde = try await MondeDuSite()
    for page in PageDuSite.toutes(.exploitant) where page.metiers == nil {
      let named = try await monde.designation(page, .exploitant)
      let before = try await monde.photographie()
      let recu = try await monde.demander(page, named.siens.first, nil)
      #expect(recu.statut == (page.route.methode == .get ? 200 : 403), "\(page.nom)")
      for nom in Role.noms.values { #expect(!recu.texte.contains(nom), "\(page.nom)") }
      if page.parametre != nil, page.route.methode == .get {
        let unknown = try await monde.demander(page, named.neant, nil)
        #expect([404, 410].contains(unknown.statut), "\(page.nom)")
      }
      #expect(try await monde.photographie() == before, "\(page.nom)")
    }
  }

  @Test("an empty form of one's own never breaks: done, or refused with its reasons", arguments: Role.allCases)
  func formulairesVides(_ role: Role) async throws {
    let monde = try await MondeDuSite()
    for page in PageDuSite.toutes(role.metier)
    where page.route.methode == .post && page.metiers?.contains(role.metier) == true {
      let named = try await monde.designation(page, role)
      if page.parametre != nil, named.siens.isEmpty { continue }
      let seance = try await monde.seance(role)
      let own = role.codes.first.map { ["poste": $0, "etude": $0] } ?? [:]
      let recu = try await monde.demander(page, named.siens.first, seance, jeton: seance.jeton, champs: own)
      // Moving the clock of the demonstration does not exist elsewhere.
      let expected = page.route.chemin.hasPrefix("/demonstration/") ? [404] : [200, 303, 422]
      #expect(expected.contains(recu.statut), "\(page.nom) as \(role): \(recu.statut)")
    }
  }

  @Test("what a form names in its fields is one's own too: another's poste or dossier is as if it did not exist")
  func champs() async throws {
    let monde = try await MondeDuSite()
    let autre = try await monde.designation(try monde.page(.get, "/dossiers/:id"), .etudeAlbert).autres[0]
    let cases: [(Role, String, [String: String])] = [
      (.comptableColomiers, "/demandes", ["poste": "032020"]), (.comptableColomiers, "/tableur", ["poste": "032020"]),
      (.comptableColomiers, "/demandes", ["poste": "999999"]), (.etudeAlbert, "/accuses", ["dossier": autre]),
      (.etudeAlbert, "/accuses", ["dossier": "999999999"]), (.etudeAlbert, "/factures", ["etude": "E3102"]),
    ]
    for (role, chemin, champs) in cases {
      let seance = try await monde.seance(role)
      let before = try await monde.photographie()
      let recu = try await monde.demander(
        try monde.page(.post, chemin), nil, seance, jeton: seance.jeton, champs: champs)
      #expect(recu.statut == 404, "\(chemin) with \(champs)")
      #expect(try await monde.photographie() == before, "\(chemin) with \(champs)")
    }
  }
}

extension MondeDuSite {
  fileprivate func page(_ methode: Route.Methode, _ chemin: String) throws -> PageDuSite {
    PageDuSite(route: try #require(Site.routes.first { $0.methode == methode && $0.chemin == chemin }))
  }

  /// Another's answers exactly as what does not exist.
  fileprivate func refuseOthers(_ page: PageDuSite, _ named: Designation, _ seance: Seance) async throws {
    guard page.parametre != nil else { return }
    let nothing = try await demander(page, named.neant, seance, jeton: seance.jeton)
    #expect(nothing.statut == 404, "\(page.nom), nothing")
    for autre in named.autres {
      let recu = try await demander(page, autre, seance, jeton: seance.jeton)
      #expect(recu == nothing, "\(page.nom), another's")
    }
  }

  /// Without the token of this session, or with that of another, a form does nothing.
  fileprivate func refuseToken(_ page: PageDuSite, _ named: Designation, _ seance: Seance, _ other: Seance) async throws
  {
    for jeton in [nil, other.jeton] {
      let recu = try await demander(page, named.siens.first ?? named.neant, seance, jeton: jeton)
      #expect(recu.statut == 403, "\(page.nom)")
    }
  }

  /// One's own pages answer, and name nobody out of one's scope.
  fileprivate func showOwn(_ page: PageDuSite, _ named: Designation, _ role: Role, _ seance: Seance) async throws {
    let values: [String?] = page.parametre == nil ? [nil] : named.siens
    #expect(!values.isEmpty, "\(page.nom): \(role) has nothing of his own in this world")
    for value in values {
      let recu = try await demander(page, value, seance, recherche: "format=csv")
      #expect([200, 303].contains(recu.statut), "\(page.nom) as \(role)")
      for numero in role.demandes.autres {
        let nom = try #require(Role.noms[numero])
        #expect(!recu.texte.contains(nom), "\(page.nom) shows \(nom) to \(role)")
      }
    }
  }
}
