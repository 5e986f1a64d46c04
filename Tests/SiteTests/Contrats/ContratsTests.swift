import Centre
import Convention
import Registre
import Testing

@testable import Site

@Suite("Contrats : ce que chacun en voit et en fait (R004, R028–R034, R068–R072, R088)")
struct ContratsTests {
  private static let cle = "31-E3101-20250101"
  private static let url = "/contrats/\(cle)"

  /// Contracts from 2025 to 2027 of E3101 and E3102 in the Haute-Garonne, of E9301 in the Seine-Saint-Denis.
  private func essai() async throws -> SiteDEssai {
    let essai = try await SiteDEssai()
    _ = try await ContratsDuCentre(try essai.centre).reprendre()
    return essai
  }

  private func direction(_ essai: SiteDEssai, _ code: String = "31") async throws -> Client {
    try await essai.client("direction\(code)", .direction(try #require(Departement(code))))
  }

  private func vu(_ essai: SiteDEssai) async throws -> ContratVu {
    try #require(try await ContratsDuCentre(try essai.centre).voir(Self.cle, .exploitant))
  }

  /// Sends the form as the page shows it, with these fields.
  private func envoyer(_ client: Client, _ acte: String, _ champs: [(String, String)]) async throws -> Client.Page {
    let page = try await client.get("\(Self.url)/actes/\(acte)")
    let rang = try #require(page.cache("rang"), "\(acte): \(page.statut)")
    return try await client.post("\(Self.url)/actes/\(acte)", champs + [("rang", rang)])
  }

  @Test("a direction and an étude see their own contracts; another's does not exist; a comptable has none")
  func scopes() async throws {
    let essai = try await essai()
    let list = try await direction(essai).get("/contrats").corps
    #expect(list.contains("31-E3101-20250101") && list.contains("31-E3102-20250101") && !list.contains("E9301"))
    let anne = try await essai.etude("E3102")
    #expect(try await anne.get("/contrats").corps.contains("31-E3102-20250101"))
    #expect(try await !anne.get("/contrats").corps.contains("E3101"))
    #expect(try await anne.get(Self.url).statut == 404)
    #expect(try await direction(essai, "93").get(Self.url).statut == 404)
    #expect(try await essai.comptable("031012").get("/contrats").statut == 403)
  }

  @Test("the page of a contract tells its clauses, results, acts and why")
  func page() async throws {
    let essai = try await essai()
    try await essai.recevoir("aller-correct.txt")
    let page = try await direction(essai).get(Self.url)
    #expect(page.statut == 200)
    for text in [
      "en vigueur", "75 jours", "Dernier jour du contrat", "Résultats de la période", "En vigueur à partir du",
    ] {
      #expect(page.corps.contains(text), "\(text)")
    }
    for nom in ["LEFÈVRE", "SCI DU LAC"] { #expect(!page.corps.contains(nom)) }
  }

  private static let actes: [(String, [(String, String)], [(String, String)])] = [
    (
      "renouveler", [("duree", "reduite"), ("decision", "D-1"), ("decision_du", "03/03/2026")],
      [("duree", "ordinaire"), ("decision", "D-1"), ("decision_du", "03/03/2026")]
    ),
    (
      "resilier",
      [("motif", "OBJECTIFS"), ("preuve", "PV-1"), ("preuve_du", "03/03/2026"), ("notifiee_le", "03/03/2026")],
      [("motif", "CONVENTION"), ("preuve", "PV-1"), ("preuve_du", "03/03/2026"), ("notifiee_le", "03/03/2026")]
    ),
    (
      "denoncer", [("qualite", "PREFET"), ("notifiee_le", "03/03/2026")],
      [("qualite", "DIRECTEUR"), ("notifiee_le", "03/03/2026")]
    ),
    (
      "objectif", [("axe", "GENERAL"), ("code", "CAN"), ("taux", "40"), ("du", "01/01/2026"), ("le", "03/03/2026")],
      [("axe", "NATURE"), ("code", "CAN"), ("taux", "35,5"), ("du", "01/01/2026"), ("le", "03/03/2026")]
    ),
    (
      "seuil", [("montant", "1500"), ("lettre", "L-1"), ("lettre_du", "03/03/2026"), ("du", "02/03/2026")],
      [("montant", "1500"), ("lettre", "L-1"), ("lettre_du", "03/03/2026"), ("du", "03/03/2026")]
    ),
    (
      "periodicite", [("document", "COMPTE_RENDU"), ("mois", "13"), ("du", "01/01/2026")],
      [("document", "COMPTE_RENDU"), ("mois", "12"), ("du", "01/01/2026")]
    ),
    (
      "ouverture", [("application", "HELIOS"), ("du", "02/03/2026")],
      [("application", "HELIOS"), ("du", "03/03/2026")]
    ),
    (
      "papier", [("motif", "ACTIONS_INSUFFISANTES"), ("du", "02/03/2026")],
      [("motif", "ACTIONS_INSUFFISANTES"), ("du", "04/03/2026")]
    ),
  ]

  @Test(
    "a direction's acts: refused with the article and nothing changed, then done once though sent twice",
    arguments: actes)
  func acts(_ acte: String, _ mauvais: [(String, String)], _ bons: [(String, String)]) async throws {
    let essai = try await essai()
    let client = try await direction(essai)
    let before = try await vu(essai).fiche.rang
    let refused = try await envoyer(client, acte, mauvais)
    #expect(refused.statut == 422 && refused.corps.contains("Rien n’est enregistré"))
    #expect(try await vu(essai).fiche.rang == before)
    for _ in 1...2 {
      let done = try await client.post("\(Self.url)/actes/\(acte)", bons + [("rang", "\(before)")])
      #expect(done.statut == 303 && done.vers == "\(Self.url)?fait=\(acte)", "\(acte) \(done.statut)")
    }
    let after = try await vu(essai)
    #expect(after.fiche.rang == before + 1 && after.actes.last?.auteur == "direction:31/direction31")
    #expect(try await client.get("\(Self.url)?fait=\(acte)").corps.contains("Enregistré"))
  }

  @Test("R004: a direction concludes for its own département, once; the étude's code is checked")
  func conclusion() async throws {
    let essai = try await essai()
    let client = try await direction(essai)
    #expect(try await client.get("/contrats").corps.contains("/contrats/conclure"))
    #expect(!(try await client.get("/contrats/conclure").corps).contains("champ-departement"))
    let fields = [("autorite", "DIRECTEUR"), ("du", "01/06/2028")]
    let wrong = try await client.post("/contrats/conclure", fields + [("etude", "?")])
    #expect(wrong.statut == 422 && wrong.corps.contains("href=\"#champ-etude\""))
    let done = try await client.post("/contrats/conclure", fields + [("etude", "e3101")])
    #expect(done.vers == "/contrats/31-E3101-20280601?fait=conclure")
    let page = try await client.get(try #require(done.vers))
    #expect(page.corps.contains("il attend ses signatures"))
    let twice = try await client.post("/contrats/conclure", fields + [("etude", "E3101")])
    #expect(twice.statut == 422 && twice.corps.contains("R-30"))
    #expect(try await essai.etude("E3101").get("/contrats/conclure").statut == 403)
  }

  @Test("R088: paper, then back to files, by two forms that follow each other")
  func back() async throws {
    let essai = try await essai()
    let client = try await direction(essai)
    #expect(try await client.get(Self.url).corps.contains("/actes/papier"))
    _ = try await envoyer(client, "papier", [("motif", "ACTIONS_INSUFFISANTES"), ("du", "04/03/2026")])
    #expect(try await client.get(Self.url).corps.contains("/actes/dematerialise"))
    #expect(try await envoyer(client, "dematerialise", [("du", "04/03/2026")]).statut == 422)
    #expect(try await envoyer(client, "dematerialise", [("du", "10/03/2026")]).statut == 303)
    #expect(try await vu(essai).contrat.clauses.papier.map(\.au) == [Jour(2026, 3, 9)])
  }

  @Test("R088: paper with one poste; a code that is none is said at its field, and the way back names the poste")
  func onePoste() async throws {
    let essai = try await essai()
    let client = try await direction(essai)
    let fields = [("motif", "ACTIONS_INSUFFISANTES"), ("du", "04/03/2026")]
    let wrong = try await envoyer(client, "papier", fields + [("poste", "Colomiers")])
    #expect(wrong.statut == 422 && wrong.corps.contains("Un codique a 6 ou 7 chiffres"))
    #expect(try await envoyer(client, "papier", fields + [("poste", "031012")]).statut == 303)
    #expect(try await client.get(Self.url).corps.contains("le poste 031012"))
    #expect(try await envoyer(client, "dematerialise", [("du", "10/03/2026")]).statut == 422)
    #expect(try await envoyer(client, "dematerialise", [("poste", "031012"), ("du", "10/03/2026")]).statut == 303)
    #expect(try await vu(essai).contrat.clauses.papier.map(\.poste?.texte) == ["031012"])
  }

  @Test("R029: deciding on objectives needs the report, and missed targets")
  func decision() async throws {
    let essai = try await essai()
    let client = try await direction(essai)
    let rang = "\(try await vu(essai).fiche.rang)"
    let champs = [
      ("choix", "MAINTIEN"), ("le", "03/03/2026"), ("rapport", "RAP-1"), ("rapport_du", "03/03/2026"), ("rang", rang),
    ]
    let url = "\(Self.url)/actes/decider"
    #expect(try await client.post(url, champs).corps.contains("Joignez le rapport"))
    let pdf = Array("%PDF-1.4\n1 0 obj\n%%EOF\n".utf8)
    let missed = [("choix", "RESILIATION")] + champs.dropFirst()
    let refused = try await client.envoyer(url, missed, fichier: "r.pdf", pdf)
    #expect(refused.statut == 422 && refused.corps.contains("R-41"))
    #expect(try await client.envoyer(url, champs, fichier: "r.pdf", Array("non".utf8)).statut == 422)
    #expect(try await vu(essai).documents.isEmpty)
    #expect(try await client.envoyer(url, champs, fichier: "r.pdf", pdf).statut == 303)
    let kept = try #require(try await vu(essai).documents.first)
    let link = "/documents/\(kept.id)"
    #expect(try await client.get(Self.url).corps.contains("href=\"\(link)\""))
    #expect(try await client.get(link).statut == 200)
    #expect(try await essai.etude("E3101").get(link).statut == 200)
    #expect(try await essai.etude("E3102", "paul").get(link).statut == 404)
  }

  @Test("an étude sees its contract and may only sign, take its engagement and denounce, for itself")
  func etude() async throws {
    let essai = try await essai()
    let anne = try await essai.etude("E3101")
    let page = try await anne.get(Self.url).corps
    #expect(page.contains("/actes/denoncer") && !page.contains("/actes/renouveler"))
    #expect(try await anne.get("\(Self.url)/actes/renouveler").statut == 404)
    let other = try await envoyer(anne, "denoncer", [("qualite", "PREFET"), ("notifiee_le", "03/03/2026")])
    #expect(other.statut == 422)
    #expect(
      try await envoyer(anne, "denoncer", [("qualite", "HUISSIER"), ("notifiee_le", "03/03/2026")]).statut == 303)
    #expect(try await vu(essai).etat == .enPreavis)
    #expect(try await vu(essai).actes.last?.auteur == "etude:E3101/claire")
  }

  @Test("R004, R077: signatures and engagement come one by one, each from its signatory or by letter")
  func signing() async throws {
    let essai = try await SiteDEssai()
    var annuaire = try Annuaire.duSite()
    if let code = CodeEtude("E3101") {
      annuaire.etudes[code]?.contrats[0].signatures = Signatures()
      annuaire.etudes[code]?.contrats[0].clauses.engagement = .attendu
    }
    let declared = annuaire
    _ = try await ContratsDuCentre(try essai.centre).importer(declared)
    let (anne, jean) = (try await essai.etude("E3101"), try await direction(essai))
    let exploitant = try await essai.client("exploitant", .exploitant)
    let le = ("le", "03/03/2026")
    #expect(try await envoyer(jean, "signer", [("qualite", "HUISSIER"), le]).statut == 422)
    #expect(try await envoyer(jean, "signer", [("qualite", "DIRECTEUR"), le]).statut == 303)
    #expect(try await envoyer(anne, "signer", [("qualite", "HUISSIER"), le]).statut == 303)
    #expect(try await envoyer(exploitant, "signer", [("qualite", "PREFET"), le]).statut == 303)
    #expect(try await vu(essai).etat == .incomplet)
    #expect(try await envoyer(anne, "engager", [le]).statut == 303)
    #expect(try await vu(essai).etat == .enVigueur)
  }

  @Test("the exploitant says who approved by letter: without it, the act is refused (R070)")
  func letter() async throws {
    let essai = try await essai()
    let client = try await essai.client("exploitant", .exploitant)
    let champs = [("duree", "ordinaire"), ("decision", "D-1"), ("decision_du", "03/03/2026")]
    let refused = try await envoyer(client, "renouveler", champs)
    #expect(refused.statut == 422 && refused.corps.contains("R-45"))
    #expect(try await envoyer(client, "renouveler", champs + [("approbation_DIRECTEUR", "oui")]).statut == 303)
  }

  @Test("the first page of a direction tells what comes near in its département only")
  func home() async throws {
    let essai = try await essai()
    let client = try await direction(essai)
    essai.passer(au: Jour(2027, 10, 1))
    let late = try await direction(essai, "93")
    _ = client
    let page = try await late.get("/").corps
    #expect(page.contains("93-E9301-20250101") && page.contains("terme du contrat") && !page.contains("31-E3101"))
  }
}
