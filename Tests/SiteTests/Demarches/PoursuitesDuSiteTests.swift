import Convention
import Registre
import Testing

@testable import Site

@Suite("Recouvrement judiciaire par les formulaires du site (art. 7, 10 et 12 ; R033, R035, R040, R043, R051)")
struct PoursuitesDuSiteTests {
  /// Dossier 3 is judicial, on a saisie-vente, of the poste 031020 and the étude E3101.
  private func essai() async throws -> (SiteDEssai, etude: Client, comptable: Client) {
    let essai = try await SiteDEssai()
    try await essai.recevoir("aller-correct.txt")
    return (essai, try await essai.etude("E3101"), try await essai.comptable("031020"))
  }

  private func dossier(_ essai: SiteDEssai) async throws -> Dossier {
    try #require(try await essai.registre.lire { try $0.fiche(3) }).dossier
  }

  private func envoyer(_ client: Client, _ code: String, _ champs: [(String, String)]) async throws -> Client.Page {
    let url = "/dossiers/3/demarches/\(code)"
    let cle = try #require(try await client.get(url).cache("cle"))
    return try await client.envoyer(url, [("cle", cle)] + champs, document: "", [])
  }

  @Test("another measure: refused before the comptable's word, done once he grants it (R040)")
  func measure() async throws {
    let (essai, etude, comptable) = try await essai()
    let act = [("code_acte", "050"), ("date_fait", "03/03/2026"), ("reference_document", "PV-1")]
    let early = try await envoyer(etude, "acte", act)
    #expect(early.statut == 422 && early.corps.contains("R-28"))
    let asked = try await envoyer(
      etude, "autorisation", [("objet_autorisation", "M"), ("mesure_proposee", "SAT"), ("motif", "sans biens")])
    #expect(asked.statut == 303)
    let numero = try #require(try await dossier(essai).autorisations.first).demandee.entete.numero
    let answer = [("numero_message_etude", "\(numero)"), ("code_evenement", "16")]
    #expect(try await envoyer(comptable, "reponse", answer).statut == 303)
    #expect(try await comptable.get("/dossiers/3/demarches/reponse").corps.contains("ne le permet pas"))
    #expect(try await envoyer(etude, "acte", act).statut == 303)
    #expect(try await dossier(essai).poursuites.actes.map(\.acte.code) == ["050"])
  }

  @Test("doors are forced with the comptable's permission only (R035)")
  func doors() async throws {
    let (essai, etude, comptable) = try await essai()
    let act = [
      ("code_acte", "051"), ("date_fait", "03/03/2026"), ("reference_document", "PV-1"), ("ouverture_forcee", "O"),
    ]
    let early = try await envoyer(etude, "acte", act)
    #expect(early.statut == 422 && early.corps.contains("R-29"))
    #expect(try await dossier(essai).poursuites.actes.isEmpty)
    _ = try await envoyer(etude, "autorisation", [("objet_autorisation", "O"), ("montant", "500")])
    let numero = try #require(try await dossier(essai).autorisations.first).demandee.entete.numero
    _ = try await envoyer(comptable, "reponse", [("numero_message_etude", "\(numero)"), ("code_evenement", "16")])
    #expect(try await envoyer(etude, "acte", act).statut == 303)
  }

  @Test(
    "seized goods worth less than their sale: a carence is proposed; worth as much, it is not (R038)",
    arguments: [("200", true), ("250", false)])
  func worthless(_ valeur: String, _ proposee: Bool) async throws {
    let (_, etude, _) = try await essai()
    let act = [
      ("code_acte", "051"), ("date_fait", "03/03/2026"), ("reference_document", "PV-1"), ("valeur_estimee", valeur),
      ("cout_vente_estime", "250"),
    ]
    #expect(try await envoyer(etude, "acte", act).statut == 303)
    #expect(try await etude.get("/dossiers/3").corps.contains("carence proposée") == proposee)
  }

  @Test("a progress report, and a mistake taken back: both stay, the comptable reads both (R033, R039)")
  func report() async throws {
    let (essai, etude, comptable) = try await essai()
    #expect(try await envoyer(etude, "compte-rendu", [("etape", "02")]).statut == 303)
    #expect(try await dossier(essai).poursuites.avancements.map(\.avancement.etape) == ["02"])
    let act = [("code_acte", "042"), ("date_fait", "03/03/2026"), ("reference_document", "PV-1")]
    _ = try await envoyer(etude, "acte", act)
    let numero = try #require(try await dossier(essai).poursuites.actes.first).entete.numero
    let nothing = try await envoyer(etude, "rectification", [("motif", "mauvais dossier")])
    #expect(nothing.statut == 422 && nothing.corps.contains("href=\"#champ-message_rectifie\""))
    let back = [("message_rectifie", "\(numero)"), ("motif", "mauvais dossier")]
    #expect(try await envoyer(etude, "rectification", back).statut == 303)
    #expect(try await dossier(essai).poursuites.actes.isEmpty)
    let page = try await comptable.get("/dossiers/3").corps
    #expect(page.contains("mauvais dossier") && page.contains("PV-1"))
  }

  @Test("suspended by the comptable, the étude owes a form, and cannot hand the dossier back before it (R043, R051)")
  func suspension() async throws {
    let (essai, etude, comptable) = try await essai()
    #expect(try await etude.get("/dossiers/3/demarches/suspension").corps.contains("ne le permet pas"))
    let suspended = try await envoyer(
      comptable, "actualisation", [("code_evenement", "10"), ("date_evenement", "03/03/2026"), ("motif", "à revoir")])
    #expect(suspended.statut == 303)
    #expect(try await dossier(essai).attendFormulaire)
    let end = try await envoyer(etude, "fin", [("motif_fin", "09"), ("date_fait", "03/03/2026")])
    #expect(end.statut == 422 && end.corps.contains("R-79"))
    let form = [("date_fait", "03/03/2026"), ("reference_document", "SUSP-1")]
    #expect(try await envoyer(etude, "suspension", form).statut == 303)
    #expect(try await !dossier(essai).attendFormulaire)
  }
}
