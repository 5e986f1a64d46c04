import Convention
import Foundation
import Registre
import Testing

@testable import Site

@Suite("Documents sur le site : joints, remis, rendus (R081)")
struct DocumentsTests {
  private static let pdf = Array("%PDF-1.4\n%%EOF\n".utf8)
  private static let url = "/dossiers/3/demarches/acte"

  /// Dossier 3 is judicial, of the poste 031020 and the étude E3101.
  private func essai() async throws -> SiteDEssai {
    let essai = try await SiteDEssai()
    try await essai.recevoir("aller-correct.txt")
    return essai
  }

  private func champs(_ client: Client, _ autres: [(String, String)] = []) async throws -> [(String, String)] {
    let form = try await client.get(Self.url)
    let cle = try #require(form.cache("cle"))
    return [("cle", cle), ("code_acte", "042"), ("date_fait", "03/03/2026")] + autres
  }

  @Test("joined to an act: kept, its fingerprint in the record, its name as the reference; sent twice it is one")
  func joined() async throws {
    let essai = try await essai()
    let etude = try await essai.etude("E3101")
    #expect(try await etude.get(Self.url).corps.contains("enctype=\"multipart/form-data\""))
    let champs = try await champs(etude)
    for _ in 0..<2 {
      let page = try await etude.envoyer(Self.url, champs, document: "PV n°12.pdf", Self.pdf)
      #expect(page.statut == 303 && page.vers == "/dossiers/3?fait=acte")
    }
    let documents = try await essai.registre.lire { try $0.documents(of: .dossier(3)) }
    #expect(documents.count == 1 && documents[0].auteur == "etude:E3101/claire")
    let acte = try #require(try await essai.registre.lire { try $0.fiche(3) }?.dossier.poursuites.actes.first?.acte)
    #expect(acte.referenceDocument == "PV n_12" && acte.empreinteDocument == documents[0].sha256)
    let page = try await etude.get("/dossiers/3")
    #expect(page.corps.contains("/documents/\(documents[0].id)") && !page.corps.contains("annoncé, non reçu"))
  }

  @Test("a document that is no PDF is refused beside its field, and nothing changes")
  func refused() async throws {
    let essai = try await essai()
    let etude = try await essai.etude("E3101")
    let position = try await essai.dernierePosition
    let page = try await etude.envoyer(
      Self.url, try await champs(etude), document: "photo.png", [0x89, 0x50])
    #expect(page.statut == 422 && page.corps.contains("href=\"#champ-document\""))
    #expect(page.corps.contains("n’est pas un PDF"))
    #expect(try await essai.dernierePosition == position)
    #expect(try await essai.registre.lire { try $0.documents(of: .dossier(3)) }.isEmpty)
  }

  @Test("what the convention refuses keeps no document (art. 10, al. 6, R039)")
  func refusal() async throws {
    let essai = try await essai()
    let etude = try await essai.etude("E3101")
    let champs = try await champs(etude).map { $0.0 == "code_acte" ? ("code_acte", "012") : $0 }
    let page = try await etude.envoyer(Self.url, champs, document: "pv.pdf", Self.pdf)
    #expect(page.statut == 422)
    #expect(try await essai.registre.lire { try $0.documents(of: .dossier(3)) }.isEmpty)
  }

  @Test("handed in later by the étude; given back as an attachment to those who see the dossier, and to no other")
  func later() async throws {
    let essai = try await essai()
    let etude = try await essai.etude("E3101")
    let none = try await etude.envoyer("/dossiers/3/documents", document: "", [])
    #expect(none.statut == 422 && none.corps.contains("Choisissez un document."))
    let page = try await etude.envoyer("/dossiers/3/documents", document: "reçu.pdf", Self.pdf)
    #expect(page.statut == 303)
    let id = try #require(try await essai.registre.lire { try $0.documents(of: .dossier(3)) }.first).id
    let comptable = try await essai.comptable("031020")
    #expect(try await comptable.get("/documents/\(id)").octets == Self.pdf)
    #expect(try await etude.get("/documents/\(id)").octets == Self.pdf)
    let other = try await essai.comptable("031012", "paul")
    let (hidden, absent) = (try await other.get("/documents/\(id)"), try await other.get("/documents/999"))
    #expect(hidden.statut == 404 && hidden.corps == absent.corps)
  }

  @Test("a comptable hands in a document where his agreement was asked, and nowhere else")
  func comptable() async throws {
    let essai = try await essai()
    let (etude, comptable) = (try await essai.etude("E3101"), try await essai.comptable("031020"))
    let before = try await comptable.envoyer("/dossiers/3/documents", document: "accord.pdf", Self.pdf)
    #expect(before.statut == 422)
    let form = try await etude.get("/dossiers/3/demarches/autorisation")
    let asked = try await etude.envoyer(
      "/dossiers/3/demarches/autorisation",
      [
        ("cle", try #require(form.cache("cle"))), ("objet_autorisation", "M"), ("mesure_proposee", "SAT"),
        ("motif", "sans biens saisissables"),
      ], document: "", [])
    #expect(asked.statut == 303)
    #expect(try await comptable.get("/dossiers?vue=accords").corps.contains("\"/dossiers/3\""))
    #expect(try await comptable.get("/dossiers/3").corps.contains("en attente d’accord"))
    let after = try await comptable.envoyer("/dossiers/3/documents", document: "accord.pdf", Self.pdf)
    #expect(after.statut == 303)
  }

  @Test("a file that was changed since is not given back, and the page says so")
  func altered() async throws {
    let essai = try await essai()
    let etude = try await essai.etude("E3101")
    _ = try await etude.envoyer("/dossiers/3/documents", document: "pv.pdf", Self.pdf)
    let document = try #require(try await essai.registre.lire { try $0.documents(of: .dossier(3)) }.first)
    let file = essai.dossier.appendingPathComponent("echanges/documents/\(document.chemin)")
    try Data("%PDF-1.4\n%%EOX\n".utf8).write(to: file)
    let page = try await etude.get("/documents/\(document.id)")
    #expect(page.statut == 500 && page.corps.contains("Document indisponible"))
  }

  @Test("the page of a judicial dossier shows its état, its returns and what is missing (R049–R052)")
  func recovery() async throws {
    let essai = try await essai()
    let etude = try await essai.etude("E3101")
    let page = try await etude.get("/dossiers/3").corps
    for texte in ["Recouvrement judiciaire", "EP-2026-17", "À rendre à la clôture", "R049", "R052"] {
      #expect(page.contains(texte), "\(texte)")
    }
    #expect(try await !etude.get("/dossiers/1").corps.contains("Recouvrement judiciaire"))
  }
}
