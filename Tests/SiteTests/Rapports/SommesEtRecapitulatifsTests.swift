import Convention
import Foundation
import Registre
import Testing

@testable import Site

@Suite("Sommes détenues et états récapitulatifs sur le site (R053–R058)")
struct SommesEtRecapitulatifsTests {
  private func essai() async throws -> SiteDEssai {
    let essai = try await SiteDEssai()
    try await essai.recevoir("aller-correct.txt")
    return essai
  }

  @Test("a payment typed by the étude waits until its last day, and is late the day after, first in the list")
  func sommes() async throws {
    let essai = try await essai()
    var etude = try await essai.etude("E3101")
    let form = try await etude.get("/dossiers/1/demarches/encaissement")
    let paid = try await etude.post(
      "/dossiers/1/demarches/encaissement",
      [
        ("cle", try #require(form.cache("cle"))), ("montant_recu", "50"), ("date_fait", "03/03/2026"),
        ("moyen_paiement", "01"), ("ordre_paiement", "E"), ("mode_reversement", "V"),
      ])
    #expect(paid.statut == 303)
    let page = try await etude.get("/sommes").corps
    #expect(page.contains("DEM2026-000101") && page.contains("24/03/2026") && page.contains("reste 21 jours"))
    essai.passer(au: Jour(2026, 3, 25))
    etude = try await essai.etude("E3101", "anne")
    #expect(try await etude.get("/sommes").corps.contains("en retard de 1 jour"))
    let exploitant = try await essai.client("paul", .exploitant)
    #expect(try await exploitant.get("/sommes").corps.contains("Choisissez une étude."))
    #expect(try await exploitant.get("/sommes?etude=E3101").corps.contains("DEM2026-000101"))
    let other = try await essai.comptable("031020")
    #expect(try await other.get("/sommes").corps.contains("Aucune somme n’attend."))
  }

  @Test("drawn up and signed by the étude, sent to the comptable, who sees it then and not before; two copies")
  func recapitulatif() async throws {
    let essai = try await essai()
    // The contract runs from 1 January 2025, yearly: the year 2026 is due on 1 January 2027.
    essai.passer(au: Jour(2027, 1, 1))
    let (etude, comptable) = (try await essai.etude("E3101"), try await essai.comptable("031012"))
    #expect(try await etude.get("/recapitulatifs").corps.contains("Arrêter"))
    let champs = [
      ("etude", "E3101"), ("poste", "031012"), ("phase", "C"), ("du", "2026-01-01"), ("au", "2026-12-31"),
    ]
    let drawn = try await etude.post("/recapitulatifs", champs)
    #expect(drawn.statut == 303)
    let url = try #require(drawn.vers?.split(separator: "?").first.map(String.init))
    #expect(try await etude.post("/recapitulatifs", champs).vers == "/recapitulatifs")
    #expect(try await comptable.get(url).statut == 404)
    #expect(try await etude.post("\(url)/transmission").statut == 422)
    #expect(try await etude.post("\(url)/signature").statut == 303)
    #expect(try await etude.post("\(url)/transmission").statut == 303)
    for (exemplaire, texte) in [("1", "Exemplaire 1/2"), ("2", "Exemplaire 2/2")] {
      let page = try await comptable.get("\(url)?exemplaire=\(exemplaire)")
      #expect(page.statut == 200 && page.corps.contains(texte))
      #expect(page.corps.contains("modèle proposé, non fourni par la convention"))
    }
    #expect(try await comptable.get("\(url)?exemplaire=3").statut == 404)
    #expect(try await comptable.get("/recapitulatifs").corps.contains(url))
    let other = try await essai.etude("E3102", "bob")
    #expect(try await other.get(url).statut == 404)
    #expect(try await other.post("/recapitulatifs", champs).statut == 404)
  }

  @Test("a period that the contract does not make due is refused, with its article, and nothing changes")
  func notDue() async throws {
    let essai = try await essai()
    let etude = try await essai.etude("E3101")
    let position = try await essai.dernierePosition
    for (du, au) in [("2026-01-01", "2026-12-31"), ("2026-01-02", "2026-02-01"), ("2026-01-01", "2028-01-01")] {
      let page = try await etude.post(
        "/recapitulatifs",
        [("etude", "E3101"), ("poste", "031012"), ("phase", "C"), ("du", du), ("au", au)])
      #expect(page.statut == 422 && page.corps.contains("R-"), "\(du)")
    }
    #expect(try await essai.dernierePosition == position)
  }
}
