import Convention
import Registre
import Testing

@testable import Site

@Suite("Une demande saisie au clavier, en brouillon puis transmise (annexe II-2 ▸1, R142)")
struct SaisieDUneDemandeTests {
  private let redevable = [
    ("nom", "L’Écuyer <script>alert('x')</script>"), ("prenom", "Zoé"), ("adresse_ligne4", "3 rue des Lilas"),
    ("code_postal", "31770"), ("localite", "Colomiers"), ("action", "enregistrer"),
  ]

  private func titre(_ numero: String, _ montant: String, paye: String = "") -> [(String, String)] {
    [
      ("libelle_collectivite", "Commune de Colomiers"), ("type_collectivite", "01"), ("code_collectivite", "001"),
      ("code_budget", "00"), ("exercice", "2025"), ("numero_titre", numero), ("date_emission_titre", "17/11/2025"),
      ("nature_creance", "CAN"), ("montant_initial", montant), ("montant_paye", paye), ("action", "enregistrer"),
    ]
  }

  private func demande(_ total: String, action: String, numero: String = "s-1") -> [(String, String)] {
    [
      ("numero_demande", numero), ("date_demande", "3/3/2026"), ("phase", "C"), ("categorie_creance", "CEP"),
      ("montant_total", total), ("action", action),
    ]
  }

  /// A draft with one debtor and two titres of 1 000,00 and 234,56 €.
  private func brouillon(_ jean: Client) async throws -> String {
    let url = try #require(try await jean.post("/demandes", [("poste", "031012")]).vers)
    #expect(try await jean.post("\(url)/redevables/1", redevable).vers == "\(url)?fait=brouillon")
    #expect(try await jean.post("\(url)/titres/1", titre("345", "1 200,00", paye: "200")).statut == 303)
    #expect(try await jean.post("\(url)/titres/2", titre("346", "234,56 €")).statut == 303)
    return url
  }

  @Test("typed step by step, kept at each, then sent: the dossier is the étude's, and says who typed it")
  func sent() async throws {
    let essai = try await SiteDEssai()
    let jean = try await essai.comptable("031012")
    let url = try await brouillon(jean)
    let page = try await jean.get(url)
    let cle = try #require(page.cache("cle"))
    #expect(page.corps.contains("L’Écuyer &lt;script&gt;") && !page.corps.contains("<script>"))
    #expect(page.corps.contains(Montant(cents: 1_234_56).texte))
    let form = demande("1 234,56", action: "transmettre") + [("cle", cle)]
    let sent = try await jean.post(url, form)
    let fiche = try #require(try await essai.dossier("S-1"))
    #expect(sent.vers == "/dossiers/\(fiche.id)?fait=demande")
    #expect(fiche.dossier.resteDu == Montant(cents: 1_234_56) && fiche.dossier.demande.titres.count == 2)
    #expect(fiche.dossier.attributaire?.texte == "E3101" && fiche.dossier.demande.cle.application == "SAISIE")
    let history = try await essai.registre.lire { try $0.histoire(of: fiche) }
    #expect(history.first?.auteur == "poste:031012/jean")
    let issued = try await essai.registre.lire { try $0.fichiersEmis(SiteDEssai.jour) }
    #expect(issued.contains { $0.suite.etude == "E3101" && $0.suite.application == "SAISIE" })
    // The draft is gone; the same form again leads to the same dossier.
    #expect(try await jean.get(url).statut == 404)
    let position = try await essai.dernierePosition
    #expect(try await jean.post(url, form).vers == sent.vers)
    #expect(try await essai.dernierePosition == position)
  }

  @Test("a fine is typed like any demand, judicial with its état and the permission to force doors (R018, R022, R035)")
  func judicialFine() async throws {
    let essai = try await SiteDEssai()
    let jean = try await essai.comptable("031012")
    let url = try await brouillon(jean)
    let cle = try #require(try await jean.get(url).cache("cle"))
    let common = [("numero_demande", "s-1"), ("date_demande", "3/3/2026"), ("montant_total", "1 234,56")]
    let judicial = [
      ("phase", "J"), ("categorie_creance", "AMD"), ("numero_etat_poursuites", "EP-1"),
      ("date_etat_poursuites", "2/3/2026"), ("mesure_demandee", "SVT"), ("type_autorisation", "P"),
      ("date_autorisation", "1/3/2026"), ("ouverture_forcee", "O"), ("reference_ouverture", "PERM-1"),
    ]
    let form = common + judicial + [("action", "transmettre"), ("cle", cle)]
    let unfinished = try await jean.post(url, form)
    #expect(unfinished.statut == 422 && unfinished.corps.contains("href=\"#champ-date_ouverture\""))
    #expect(try await jean.post(url, form + [("date_ouverture", "2/3/2026")]).statut == 303)
    let demande = try #require(try await essai.dossier("S-1")).dossier.demande
    #expect(demande.categorie == "AMD" && demande.phase == .judiciaire)
    #expect(demande.poursuites?.ouverture?.reference == "PERM-1" && demande.poursuites?.autorisation?.type == "P")
  }

  @Test(
    "a total that is not the sum, a number already used, a missing titre: said where they are; the draft stays, nothing is sent"
  )
  func refused() async throws {
    let essai = try await SiteDEssai()
    let jean = try await essai.comptable("031012")
    let url = try await brouillon(jean)
    let position = try await essai.dernierePosition
    let total = try await jean.post(url, demande("1 234,57", action: "transmettre"))
    #expect(total.statut == 422 && total.corps.contains("href=\"#champ-montant_total\""))
    #expect(total.corps.contains("value=\"1 234,57\""))
    let unreadable = try await jean.post(url, demande("mille", action: "transmettre"))
    #expect(unreadable.statut == 422 && unreadable.corps.contains("value=\"mille\""))
    let empty = try #require(try await jean.post("/demandes", [("poste", "031012")]).vers)
    let none = try await jean.post(empty, demande("10", action: "transmettre"))
    #expect(
      none.statut == 422 && none.corps.contains("Ajoutez le redevable.") && none.corps.contains("Ajoutez un titre."))
    #expect(try await essai.dernierePosition == position)
    #expect(try await essai.dossier("S-1") == nil)
    _ = try await jean.post(url, demande("1 234,56", action: "transmettre"))
    let second = try await brouillon(jean)
    let twice = try await jean.post(second, demande("1 234,56", action: "transmettre"))
    #expect(twice.statut == 422 && twice.corps.contains("href=\"#champ-numero_demande\""))
  }

  @Test("an address that names no place is said at the debtor, with the way to it")
  func address() async throws {
    let essai = try await SiteDEssai()
    let jean = try await essai.comptable("031012")
    let url = try await brouillon(jean)
    let lost = redevable.map { $0.0 == "code_postal" ? ("code_postal", "") : $0.0 == "localite" ? ($0.0, "Zzyzx") : $0 }
    _ = try await jean.post("\(url)/redevables/1", lost)
    let page = try await jean.post(url, demande("1 234,56", action: "transmettre"))
    #expect(page.statut == 422 && page.corps.contains("href=\"#redevable-1\"") && page.corps.contains("Redevable 1 — "))
    #expect(try await essai.dossier("S-1") == nil)
  }

  @Test("what does not read is kept as typed, and said; a titre taken away moves the next one up")
  func kept() async throws {
    let essai = try await SiteDEssai()
    let jean = try await essai.comptable("031012")
    let url = try await brouillon(jean)
    let wrong = try await jean.post("\(url)/titres/2", titre("346", "12,345"))
    #expect(wrong.statut == 422 && wrong.corps.contains("value=\"12,345\""))
    #expect(try await jean.get("\(url)/titres/2").corps.contains("value=\"12,345\""))
    #expect(try await jean.post("\(url)/titres/1", [("action", "retirer")]).statut == 303)
    let page = try await jean.get(url)
    #expect(page.corps.contains("Titre 346") && !page.corps.contains("Titre 345"))
    #expect(try await jean.get("\(url)/titres/3").statut == 404)
    #expect(try await jean.get("\(url)/titres/2").corps.contains("value=\"Commune de Colomiers\""))
  }

  @Test("a draft is its author's: to a colleague of the same poste it does not exist, nor a poste that is not his")
  func foreign() async throws {
    let essai = try await SiteDEssai()
    let jean = try await essai.comptable("031012")
    let lea = try await essai.comptable("031012", "lea")
    let url = try await brouillon(jean)
    #expect(try await lea.get(url).statut == 404)
    #expect(try await lea.post(url, demande("1", action: "supprimer")).statut == 404)
    #expect(try await lea.post("\(url)/titres/1", titre("1", "1")).statut == 404)
    #expect(try await lea.post("/demandes", [("poste", "031020")]).statut == 404)
    #expect(try await jean.get(url).statut == 200)
    #expect(try await jean.post(url, demande("1", action: "supprimer")).vers == "/demandes")
    #expect(try await jean.get(url).statut == 404)
  }

  @Test("50 drafts are kept, the 51st is refused")
  func bound() async throws {
    let essai = try await SiteDEssai()
    let jean = try await essai.comptable("031012")
    for _ in 0..<PageDesDemandes.limite {
      #expect(try await jean.post("/demandes", [("poste", "031012")]).statut == 303)
    }
    #expect(try await jean.post("/demandes", [("poste", "031012")]).statut == 422)
    let list = try await jean.get("/demandes")
    #expect(list.corps.contains("50 brouillons") && list.octets.count < 100_000)
  }

  @Test("99 titres are typed, on a page below 100 kB; the 100th goes by spreadsheet")
  func titres() async throws {
    let essai = try await SiteDEssai()
    let jean = try await essai.comptable("031012")
    let url = try #require(try await jean.post("/demandes", [("poste", "031012")]).vers)
    for rang in 1...99 { _ = try await jean.post("\(url)/titres/\(rang)", titre("\(rang)", "10")) }
    let page = try await jean.get(url)
    #expect(page.corps.contains("importez un tableur") && page.octets.count < 100_000)
    #expect(try await jean.post("\(url)/titres/100", titre("100", "10")).statut == 404)
  }
}
