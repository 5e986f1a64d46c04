import Convention
import Registre
import Testing

@testable import Site

@Suite("What a list's address asks for")
struct FiltresTests {
  private let jour = Jour(2026, 3, 3)

  private func filtre(_ adresse: String) throws -> FiltreDeListe {
    let query = adresse.split(separator: "?", maxSplits: 1).dropFirst().first ?? ""
    return FiltreDeListe(try Formulaire(urlencode: query.utf8))
  }

  @Test(
    "an address written again is the same address",
    arguments: [
      "/dossiers", "/dossiers?vue=a-accuser", "/dossiers?vue=terme&etude=E3101&poste=031012&phase=C",
      "/dossiers?remis=2026-03-02&terme=2026-04-30&tri=reste&sens=desc", "/dossiers?sens=desc",
    ])
  func roundTrip(adresse: String) throws {
    #expect(try filtre(adresse).url() == adresse)
  }

  @Test("another view, order or page keeps the rest, and begins again at the first page")
  func changes() throws {
    let liste = try filtre("/dossiers?vue=clos&etude=E3101&tri=terme&page=4")
    #expect(liste.url(vue: .tous) == "/dossiers?etude=E3101&tri=terme")
    #expect(liste.url(tri: TriDossiers(.nom, descendant: true)) == "/dossiers?vue=clos&etude=E3101&sens=desc")
    #expect(liste.url(page: 5) == "/dossiers?vue=clos&etude=E3101&tri=terme&page=5")
    #expect(
      liste.url("/dossiers/export", format: "csv") == "/dossiers/export?vue=clos&etude=E3101&tri=terme&format=csv")
  }

  @Test("fields that cannot be read narrow nothing, and are told; what is empty is not")
  func unreadable() throws {
    let liste = try filtre("/dossiers?etude=%27&poste=ABC&phase=Z&remis=2026-02-30&terme=")
    #expect(liste.criteres.illisibles == ["etude", "poste", "phase", "remis"])
    #expect(liste.filtre(on: jour) == FiltreDossiers())
  }

  @Test("a last day narrows the view of near ends, and never widens it beyond fifteen days")
  func nearest() throws {
    #expect(try filtre("/dossiers?vue=terme&terme=2026-03-10").filtre(on: jour).termeAvant == Jour(2026, 3, 10))
    #expect(try filtre("/dossiers?vue=terme&terme=2026-12-31").filtre(on: jour).termeAvant == Jour(2026, 3, 18))
    #expect(try filtre("/dossiers?terme=2026-12-31").filtre(on: jour).termeAvant == Jour(2026, 12, 31))
  }

  @Test(
    "one's own codes are offered when there are several; an étude is not asked for its own, nor a comptable for his")
  func form() throws {
    let codes = try ["E3101", "E3102"].map { try #require(CodeEtude($0)) }
    let one = try ecrit(.etude([codes[0]]))
    let two = try ecrit(.etude(Set(codes)))
    #expect(!one.contains("name=\"etude\"") && one.contains("name=\"poste\""))
    #expect(two.contains("<select id=\"champ-etude\"") && two.contains("value=\"E3102\""))
    let poste = try ecrit(.comptable([try #require(Codique("031012"))]))
    #expect(poste.contains("name=\"etude\"") && !poste.contains("name=\"poste\""))
  }

  private func ecrit(_ profil: Profil) throws -> String {
    let utilisateur = Utilisateur(id: 1, identifiant: "claire", nom: "Claire", profil: profil)
    var html = HTML()
    html.vue(
      FormulaireDeFiltre(
        liste: try filtre("/dossiers"), visiteur: Visiteur(utilisateur: utilisateur, jeton: "", seance: [])))
    return String(decoding: html.octets, as: UTF8.self)
  }
}
