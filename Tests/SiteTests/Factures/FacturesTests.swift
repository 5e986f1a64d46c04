import Convention
import Registre
import Testing

@testable import Site

@Suite("Factures : de l’étude au directeur qui paie (art. 12, 16 et 17 ; R016, R061–R067)")
struct FacturesTests {
  private static let periode = [("etude", "E3101"), ("du", "01/03/2026"), ("au", "03/03/2026")]

  /// The third demand of the sample is judicial; its étude has signified a commandement.
  private func essai() async throws -> (SiteDEssai, etude: Client, direction: Client) {
    let essai = try await SiteDEssai()
    try await essai.recevoir("aller-correct.txt")
    let etude = try await essai.etude("E3101")
    let done = try await etude.post(
      "/dossiers/3/demarches/acte",
      [
        ("cle", "acte-1"), ("code_acte", "042"), ("date_fait", "03/03/2026"), ("reference_document", "PV-1"),
        ("ouverture_forcee", "N"),
      ])
    try #require(done.statut == 303, "\(done.corps)")
    return (essai, etude, try await essai.client("directrice", .direction(try #require(Departement("31")))))
  }

  private func emettre(_ etude: Client, numero: String = "F-2026-0001") async throws -> Client.Page {
    try await etude.post("/factures", Self.periode + [("numero", numero)])
  }

  private func facture(_ essai: SiteDEssai) async throws -> FicheDHistoire<Facture> {
    try #require(
      try await essai.registre.lire { try $0.histoire(Facture.self, cle: "E3101-F-2026-0001", .exploitant) })
  }

  @Test("the étude sees what it may bill with its price and reasons, and nothing is kept (R061)")
  func prepare() async throws {
    let (essai, etude, _) = try await essai()
    let before = try await essai.dernierePosition
    let page = try await etude.get("/factures/preparer?du=01/03/2026&au=03/03/2026")
    #expect(page.statut == 200)
    // 20,42 × 1 on 640,00 €; 5,6 % of 304,00 and 2,8 % of the rest.
    for part in [
      "commandement avant saisie-vente", "20,42\u{A0}€", "26,43\u{A0}€", "droit d’engagement", "EP-2026-17",
      "direction des finances publiques du département 31", "value=\"F-2026-0001\"", "<details",
    ] {
      #expect(page.corps.contains(part), "\(part)")
    }
    #expect(try await essai.dernierePosition == before)
    let dossier = try await etude.get("/dossiers/3")
    #expect(dossier.corps.contains("À la charge du directeur") && dossier.corps.contains("20,42\u{A0}€"))
  }

  @Test("a period of nothing, or that ends after today, is told in the page and nothing is issued (R-126, R-128)")
  func nothing() async throws {
    let (essai, etude, _) = try await essai()
    let before = try await essai.dernierePosition
    #expect(
      try await etude.get("/factures/preparer?du=01/02/2026&au=28/02/2026").corps.contains("Rien n’est à facturer"))
    let late = try await etude.get("/factures/preparer?du=01/03/2026&au=04/03/2026")
    #expect(late.statut == 422 && late.corps.contains("R-128"))
    let none = try await etude.post(
      "/factures", [("etude", "E3101"), ("du", "01/02/2026"), ("au", "28/02/2026"), ("numero", "F-1")])
    #expect(none.statut == 422 && none.corps.contains("R-126"))
    #expect(try await essai.dernierePosition == before)
  }

  @Test("without a number it is the number that is asked for; one of another form is refused (R-129)")
  func number() async throws {
    let (essai, etude, _) = try await essai()
    let before = try await essai.dernierePosition
    let unnumbered = try await etude.post("/factures", Self.periode)
    #expect(unnumbered.statut == 422 && unnumbered.corps.contains("indiquez le numéro de la facture"))
    #expect(try await etude.post("/factures", [("numero", "F-1")]).corps.contains("indiquez la période"))
    let strange = try await emettre(etude, numero: "F-<1>")
    #expect(strange.statut == 422 && strange.corps.contains("R-129"))
    #expect(try await essai.dernierePosition == before)
  }

  @Test("issued, sent twice it is one invoice; its lines are not billed again (R-63)")
  func issue() async throws {
    let (essai, etude, _) = try await essai()
    let first = try await emettre(etude)
    let second = try await emettre(etude)
    #expect(first.statut == 303 && second.vers == first.vers)
    #expect(try await essai.registre.lire { try $0.histoires(.facture, .exploitant, limit: 10) }.count == 1)
    let again = try await etude.get("/factures/preparer?du=01/03/2026&au=03/03/2026")
    #expect(again.corps.contains("2 lignes sont déjà sur une autre facture"))
    let page = try await etude.get(try #require(first.vers))
    for part in [
      "La facture est émise.", "SCP E3101", "Facture n°", "EP-2026-17", "Taux × coefficient", "Transport",
      "Total TTC", "article 17",
    ] {
      #expect(page.corps.contains(part), "\(part)")
    }
  }

  @Test("the direction receives it: thirty days run to 02/04/2026; it pays, never more than what is left (R066)")
  func pay() async throws {
    let (essai, etude, direction) = try await essai()
    let url = String(try #require(try await emettre(etude).vers).prefix { $0 != "?" })
    let received = try await direction.post("\(url)/recevoir", [("rang", "1"), ("jour", "03/03/2026")])
    #expect(received.statut == 303)
    #expect(try await direction.post("\(url)/recevoir", [("rang", "1"), ("jour", "03/03/2026")]).statut == 303)
    #expect(try await facture(essai).rang == 2)
    let page = try await direction.get(url)
    #expect(page.corps.contains("02/04/2026") && page.corps.contains("30 jours restants"))
    for shown in [page, try await direction.get("/factures")] {
      #expect(shown.corps.contains("À payer au plus tard le") && !shown.corps.contains("À payer avant le"))
    }
    let before = try await essai.dernierePosition
    let tooMuch = try await direction.post(
      "\(url)/payer", [("rang", "2"), ("jour_paiement", "03/03/2026"), ("montant", "99 999")])
    #expect(tooMuch.statut == 422 && tooMuch.corps.contains("R-69"))
    let unread = try await direction.post("\(url)/payer", [("rang", "2"), ("jour_paiement", "03/03/2026")])
    #expect(unread.statut == 422 && unread.corps.contains("id=\"champ-montant-erreur\""))
    #expect(try await essai.dernierePosition == before)
    let montant = try await facture(essai).histoire.montant.nombre
    let paid = try await direction.post(
      "\(url)/payer", [("rang", "2"), ("jour_paiement", "03/03/2026"), ("montant", montant)])
    #expect(paid.statut == 303)
    #expect(try await facture(essai).histoire.etat == .payee)
    #expect(try await direction.get("/factures").corps.contains("payée"))
  }

  @Test("a second payment from a page shown before the first is refused, and said so")
  func stale() async throws {
    let (essai, etude, direction) = try await essai()
    let url = String(try #require(try await emettre(etude).vers).prefix { $0 != "?" })
    _ = try await direction.post("\(url)/recevoir", [("rang", "1"), ("jour", "03/03/2026")])
    func pay(_ montant: String) async throws -> Client.Page {
      try await direction.post(
        "\(url)/payer", [("rang", "2"), ("jour_paiement", "03/03/2026"), ("montant", montant)])
    }
    #expect(try await pay("1,00").statut == 303)
    #expect(try await pay("1,00").statut == 303)
    let second = try await pay("2,00")
    #expect(second.statut == 422 && second.corps.contains("La facture a changé depuis l’affichage"))
    #expect(second.cache("rang") == "3")
    #expect(try await facture(essai).histoire.paiements.map(\.montant) == [Montant(cents: 1_00)])
  }

  @Test("late, it is in the list of those late; the étude claims what the delay owes, not before (R067)")
  func interest() async throws {
    let (essai, etude, direction) = try await essai()
    let url = String(try #require(try await emettre(etude).vers).prefix { $0 != "?" })
    _ = try await direction.post("\(url)/recevoir", [("rang", "1"), ("jour", "03/03/2026")])
    #expect(try await etude.post("\(url)/interets", [("rang", "2")]).statut == 422)
    #expect(try await !direction.get("/factures?etat=retard").corps.contains("E3101-F-2026-0001"))
    essai.passer(au: Jour(2026, 4, 3))
    let late = try await direction.get("/factures?etat=retard")
    #expect(late.corps.contains("E3101-F-2026-0001") && late.corps.contains("en retard de 1 jour"))
    #expect(try await etude.post("\(url)/interets", [("rang", "2")]).statut == 303)
    #expect(try await facture(essai).histoire.interetsReclames?.retardDays == 1)
    #expect(try await direction.get(url).corps.contains("Intérêts réclamés"))
  }

  @Test("the direction pays the interest claimed, never more, and the page says so (R067)")
  func interestPaid() async throws {
    let (essai, etude, direction) = try await essai()
    let url = String(try #require(try await emettre(etude).vers).prefix { $0 != "?" })
    _ = try await direction.post("\(url)/recevoir", [("rang", "1"), ("jour", "03/03/2026")])
    essai.passer(au: Jour(2026, 4, 3))
    #expect(try await !direction.get(url).corps.contains("payer-interets"))
    _ = try await etude.post("\(url)/interets", [("rang", "2")])
    #expect(try await direction.get(url).corps.contains("\(url)/payer-interets"))
    func pay(_ montant: String) async throws -> Client.Page {
      try await direction.post(
        "\(url)/payer-interets", [("rang", "3"), ("jour_interets", "03/04/2026"), ("montant_interets", montant)])
    }
    let tooMuch = try await pay("99 999")
    #expect(tooMuch.statut == 422 && tooMuch.corps.contains("R-69"))
    let due = try await facture(essai).histoire.resteDInterets
    #expect(try await pay(due.nombre).statut == 303)
    #expect(try await facture(essai).histoire.resteDInterets == .zero)
    #expect(try await etude.get(url).corps.contains("Intérêts payés"))
  }

  @Test("rejected with its reason, its lines may be billed again under another number")
  func reject() async throws {
    let (essai, etude, direction) = try await essai()
    let url = String(try #require(try await emettre(etude).vers).prefix { $0 != "?" })
    #expect(try await direction.post("\(url)/rejeter", [("rang", "1")]).statut == 422)
    let long = try await direction.post(
      "\(url)/rejeter", [("rang", "1"), ("motif", String(repeating: "a", count: 2_001))])
    #expect(long.statut == 422 && long.corps.contains("R-91"))
    #expect(try await direction.post("\(url)/rejeter", [("rang", "1"), ("motif", "sans état")]).statut == 303)
    #expect(try await facture(essai).histoire.etat == .rejetee)
    #expect(try await etude.get(url).corps.contains("sans état"))
    #expect(try await emettre(etude, numero: "F-2026-0002").statut == 303)
  }

  @Test("another étude’s or another département’s invoice does not exist; a comptable has none")
  func others() async throws {
    let (essai, etude, _) = try await essai()
    let url = String(try #require(try await emettre(etude).vers).prefix { $0 != "?" })
    for other in [
      try await essai.etude("E3102", "luc"),
      try await essai.client("gers", .direction(try #require(Departement("32")))),
    ] {
      let (foreign, absent) = (try await other.get(url), try await other.get("/factures/999"))
      #expect(foreign.statut == 404 && foreign.corps == absent.corps)
    }
    #expect(try await essai.comptable("031012").get(url).statut == 403)
    #expect(try await essai.client("gil", .exploitant).get(url).statut == 200)
  }
}
