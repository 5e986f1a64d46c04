import Convention
import Registre
import Testing

@testable import Site

@Suite("Démarches : ce qu’une étude et un comptable font d’un dossier (R142–R144, R176)")
struct DemarchesTests {
  private func essai() async throws -> (SiteDEssai, etude: Utilisateur, comptable: Utilisateur) {
    let essai = try await SiteDEssai()
    try await essai.recevoir("aller-correct.txt")
    let etude = try await essai.creer("anne", .etude(Set([CodeEtude("E3101")].compactMap { $0 })))
    let comptable = try await essai.creer("jean", .comptable(Set([Codique("031012")].compactMap { $0 })))
    return (essai, etude, comptable)
  }

  private func dossier(_ essai: SiteDEssai, _ id: Int64 = 1) async throws -> Dossier {
    try #require(try await essai.registre.lire { try $0.fiche(id) }).dossier
  }

  private func cle(_ page: Navigateur.Page) throws -> String {
    String(try #require(page.corps.firstMatch(of: /name="cle" value="([^"]*)"/)).1)
  }

  private func envoyer(
    _ navigateur: inout Navigateur, _ code: String, _ champs: [String: String], id: Int = 1
  ) async throws -> Navigateur.Page {
    let page = try await navigateur.get("/dossiers/\(id)/demarches/\(code)")
    return try await navigateur.post(
      "/dossiers/\(id)/demarches/\(code)", champs.merging(["cle": try cle(page)]) { $1 })
  }

  @Test("the étude acknowledges: the phase runs, the dossier leaves the list of those to acknowledge (R143)")
  func acknowledge() async throws {
    let (essai, anne, _) = try await essai()
    try await essai.servir { port in
      var navigateur = try await essai.connecte(anne, port: port)
      let page = try await envoyer(&navigateur, "accuse", ["reference_etude": "A-77"])
      #expect(page.statut == 303 && page.enTete("Location") == "/dossiers/1?fait=accuse")
      let after = try await navigateur.get("/dossiers/1?fait=accuse")
      #expect(after.corps.contains("L’accusé de réception est enregistré.") && after.corps.contains("A-77"))
      #expect(!after.corps.contains("/dossiers/1/demarches/accuse"))
      #expect(try await !navigateur.get("/dossiers?vue=a-accuser").corps.contains("\"/dossiers/1\""))
    }
    #expect(try await dossier(essai).terme == SiteDEssai.jour.adding(days: 75))
  }

  @Test("a payment typed as people write it is counted to the cent; sent twice it is one payment")
  func payment() async throws {
    let (essai, anne, _) = try await essai()
    let champs = [
      "montant_recu": "1 00,50", "date_fait": "3/3/2026", "moyen_paiement": "01", "ordre_paiement": "E",
      "mode_reversement": "V",
    ]
    try await essai.servir { port in
      var navigateur = try await essai.connecte(anne, port: port)
      let form = try await navigateur.get("/dossiers/1/demarches/encaissement")
      let complets = champs.merging(["cle": try cle(form)]) { $1 }
      let first = try await navigateur.post("/dossiers/1/demarches/encaissement", complets)
      let second = try await navigateur.post("/dossiers/1/demarches/encaissement", complets)
      #expect(first.statut == 303 && second.statut == 303)
    }
    // 87,35 + 10,96 of fee + 2,19 of VAT = 100,50.
    #expect(try await dossier(essai).recouvre == Montant(cents: 87_35))
    #expect(try await dossier(essai).encaissements.count == 1)
  }

  @Test(
    "known by its sum alone and paid to the étude, a payment is parted at the tariff; a typed fee stays; the Trésor’s is whole (R059, R060)",
    arguments: [
      ("E", [:], 87_35, 10_96, "conforme au tarif"),
      ("E", ["montant_frais_ht": "5", "montant_tva": "1"], 94_50, 5_00, "de moins que le tarif"),
      ("E", ["montant_frais_ht": "0"], 100_50, 0, "de moins que le tarif"), ("T", [:], 100_50, 0, "le comptable doit"),
    ] as [(String, [String: String], Int64, Int64, String)])
  func fees(_ ordre: String, _ typed: [String: String], _ creance: Int64, _ ht: Int64, _ phrase: String) async throws {
    let (essai, anne, _) = try await essai()
    let champs = [
      "montant_recu": "100,50", "date_fait": "03/03/2026", "moyen_paiement": "01", "ordre_paiement": ordre,
      "mode_reversement": "V",
    ].merging(typed) { $1 }
    try await essai.servir { port in
      var navigateur = try await essai.connecte(anne, port: port)
      let form = try await navigateur.get("/dossiers/1/demarches/encaissement")
      #expect(form.corps.contains("Frais calculés au tarif si vous ne les indiquez pas"))
      #expect(try await envoyer(&navigateur, "encaissement", champs).statut == 303)
      let page = try await navigateur.get("/dossiers/1")
      #expect(page.corps.contains("id=\"frais\"") && page.corps.contains(phrase))
      #expect(page.corps.contains("FraisDuDossier (R059, R060)") && page.corps.contains("d’après"))
    }
    let item = try #require(try await dossier(essai).encaissements.first).encaissement
    #expect(item.creance == Montant(cents: creance) && (item.fraisHT ?? .zero) == Montant(cents: ht))
    #expect(item.creance + (item.fraisHT ?? .zero) + (item.tva ?? .zero) == item.recu)
  }

  @Test(
    "a payment shared between titres must make the claim: else refused at the form, what was typed kept, nothing changed"
  )
  func shared() async throws {
    let (essai, anne, _) = try await essai()
    let before = try await essai.registre.lire { try $0.dernierePosition() }
    try await essai.servir { port in
      var navigateur = try await essai.connecte(anne, port: port)
      let page = try await envoyer(
        &navigateur, "encaissement",
        [
          "montant_recu": "50", "date_fait": "03/03/2026", "moyen_paiement": "01", "ordre_paiement": "E",
          "mode_reversement": "V", "titre-1": "10", "nom_payeur": "L'Hostis <b>",
        ])
      #expect(page.statut == 422 && page.corps.contains("value=\"L&#39;Hostis &lt;b&gt;\""))
      #expect(page.corps.contains("role=\"alert\""))
    }
    #expect(try await essai.registre.lire { try $0.dernierePosition() } == before)
  }

  @Test("each unreadable field is told beside it, with its link at the top")
  func unreadable() async throws {
    let (essai, anne, _) = try await essai()
    try await essai.servir { port in
      var navigateur = try await essai.connecte(anne, port: port)
      let page = try await envoyer(
        &navigateur, "encaissement", ["montant_recu": "1,234", "date_fait": "31/02/2026"])
      #expect(page.statut == 422)
      for champ in ["montant_recu", "date_fait", "moyen_paiement", "ordre_paiement", "mode_reversement"] {
        #expect(page.corps.contains("id=\"champ-\(champ)-erreur\"") && page.corps.contains("href=\"#champ-\(champ)\""))
      }
    }
  }

  @Test("an extension is asked by the étude, waits for the comptable, who grants it (art. 9, al. 3, R031, R137)")
  func extensionGranted() async throws {
    let (essai, anne, jean) = try await essai()
    try await essai.servir { port in
      var etude = try await essai.connecte(anne, port: port)
      var comptable = try await essai.connecte(jean, port: port)
      _ = try await envoyer(&etude, "accuse", [:])
      #expect(try await comptable.get("/dossiers/1/demarches/refusee").corps.contains("ne le permet pas"))
      let asked = try await envoyer(
        &etude, "prolongation", ["date_fin_demandee": "30/06/2026", "motif_prolongation": "01"])
      #expect(asked.statut == 303)
      #expect(try await comptable.get("/dossiers?vue=prolongations").corps.contains("\"/dossiers/1\""))
      let form = try await comptable.get("/dossiers/1/demarches/accordee")
      #expect(form.corps.contains("value=\"30/06/2026\""))
      #expect(try await envoyer(&comptable, "accordee", ["date_fin": "30/06/2026"]).statut == 303)
    }
    #expect(try await dossier(essai).terme == Jour(2026, 6, 30))
    #expect(try await !dossier(essai).attendProlongation)
  }

  @Test("the counter took a payment: the comptable says it, the debt is less, and the étude gets a file")
  func counter() async throws {
    let (essai, _, jean) = try await essai()
    try await essai.servir { port in
      var navigateur = try await essai.connecte(jean, port: port)
      let page = try await envoyer(
        &navigateur, "actualisation", ["code_evenement": "06", "date_evenement": "03/03/2026", "montant": "82,50"])
      #expect(page.statut == 303)
    }
    #expect(try await dossier(essai).resteDu == Montant(cents: 100_00))
    #expect(
      try await essai.registre.lire { try $0.fichiersEmis(SiteDEssai.jour) }.contains { $0.suite.etude == "E3101" })
  }

  @Test("an étude has no form of the comptable, nor the reverse; a dossier of another poste does not exist")
  func foreign() async throws {
    let (essai, anne, jean) = try await essai()
    try await essai.servir { port in
      var etude = try await essai.connecte(anne, port: port)
      var comptable = try await essai.connecte(jean, port: port)
      #expect(try await etude.get("/dossiers/1/demarches/actualisation").statut == 404)
      #expect(try await comptable.get("/dossiers/1/demarches/accuse").statut == 404)
      let foreign = try await comptable.get("/dossiers/3/demarches/actualisation")
      let absent = try await comptable.get("/dossiers/999/demarches/actualisation")
      #expect(foreign.statut == 404 && foreign.corps == absent.corps)
    }
  }
}
