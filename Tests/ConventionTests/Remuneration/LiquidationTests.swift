import Convention
import Testing

@Suite("Art. 16 — liquidation d’un dossier judiciaire")
struct LiquidationTests {
  static let jour = Jour(2011, 2, 1)

  static func cadre(_ phase: Phase = .judiciaire) -> CadreDeLiquidation {
    CadreDeLiquidation(
      dossier: "HELIOS/031/D-2026-1", phase: phase, etatPoursuites: "EP-12", territoire: .metropole,
      ressort: [Exemple.codePostal])
  }
  static let carence = PrestationJudiciaire.acte(code: "052", le: jour, vise: .euros(300))
  static func paiement(_ montant: Montant, apres days: Int = 1) -> PrestationJudiciaire {
    .paiement(le: jour.adding(days: days), montant)
  }

  @Test("al. 1 (R061): a procès-verbal de carence on 300,00 € is 20,90 €, with its journey, and 8 taux of engagement")
  func carence() throws {
    let liquidation = try Liquidation(LiquidationTests.cadre(), [LiquidationTests.carence])
    let lignes = liquidation.lignes.map(\.ligne)
    #expect(lignes.map(\.ht) == [.euros(20, 90), .euros(17, 60)])
    #expect(lignes.map(\.cle.nature) == [.acte, .engagement])
    #expect(lignes.map(\.transport) == [.euros(6, 37), .zero])
    // 27,27 × 1,196 = 32,61; 17,60 × 1,196 = 21,05.
    #expect(lignes.map(\.tva) == [.euros(5, 34), .euros(3, 45)])
    #expect(lignes.allSatisfy { $0.etatPoursuites == "EP-12" && $0.cle.jour == LiquidationTests.jour })
    #expect(liquidation.total.ttc == .euros(53, 66))
    #expect(plain(liquidation.lignes[0].explication.calcul[0]) == "9,5 taux × 2,20 € × 1 = 20,90 €")
    #expect(plain(liquidation.lignes[1].explication.calcul[0]) == "8 taux × 2,20 € = 17,60 €")
  }

  @Test(
    "each line cites the text of its day: the décret 96-1080 in 2011, the code de commerce in 2021 (R017)",
    arguments: [
      (Jour(2011, 2, 1), Article.Texte.decret1996, [["6", "7", "18"], ["13"], ["6"], ["8"]]),
      (
        Jour(2021, 3, 1), .codeCommerce,
        [["A444-16", "A444-46", "A444-48"], ["A444-15"], ["A444-23"], ["A444-31"]]
      ),
    ] as [(Jour, Article.Texte, [[String]])])
  func texts(_ jour: Jour, _ texte: Article.Texte, _ numeros: [[String]]) throws {
    let liquidation = try Liquidation(
      LiquidationTests.cadre(),
      [
        .acte(code: "052", le: jour, vise: .euros(300)), .suspension(le: jour, retour: "RC-1"),
        .paiement(le: jour, .euros(1000)),
      ])
    let lignes = liquidation.lignes + liquidation.aChargeDuDebiteur
    #expect(lignes.allSatisfy { $0.explication.articles.first == $0.article })
    let cited = lignes.map { Array($0.explication.articles.dropFirst()) }
    #expect(cited == numeros.map { line in line.map { Article(texte, $0) } })
  }

  @Test("the right of engagement is due once for the claim")
  func engagementOnce() throws {
    let saisie = PrestationJudiciaire.acte(code: "050", le: LiquidationTests.jour.adding(days: 3), vise: .euros(300))
    let liquidation = try Liquidation(LiquidationTests.cadre(), [LiquidationTests.carence, saisie])
    #expect(liquidation.lignes.map(\.ligne.cle.nature) == [.acte, .engagement, .acte])
  }

  @Test("a formality of tableau II has no journey, and is no intervention")
  func formality() throws {
    let requete = PrestationJudiciaire.acte(code: "T01", le: LiquidationTests.jour, vise: .euros(300))
    let liquidation = try Liquidation(LiquidationTests.cadre(), [requete])
    #expect(liquidation.lignes.map(\.ligne.ht) == [.euros(30, 80)])
    #expect(liquidation.lignes[0].ligne.transport == .zero)
    #expect(throws: Refus(.paiementAvantIntervention, under: Article(16, alinea: 3))) {
      try Liquidation(LiquidationTests.cadre(), [requete, LiquidationTests.paiement(.euros(10))])
    }
  }

  @Test("al. 2 (R062): a suspension is 15,40 €, without coefficient or journey; without its form, nothing (R-51)")
  func suspension() throws {
    let liquidation = try Liquidation(
      LiquidationTests.cadre(), [.suspension(le: LiquidationTests.jour, retour: "RC-1")])
    #expect(liquidation.lignes.map(\.ligne.ht) == [.euros(15, 40)])
    #expect(liquidation.lignes[0].ligne.transport == .zero)
    for retour in [nil, ""] {
      #expect(throws: Refus(.suspensionSansRetour, under: Article(16, alinea: 2))) {
        try Liquidation(LiquidationTests.cadre(), [.suspension(le: LiquidationTests.jour, retour: retour)])
      }
    }
  }

  @Test("al. 3 (R063): payments after the act cumulate; 300,00 € then 700,00 € owe 23,88 € then 33,80 €")
  func instalments() throws {
    let tentative = PrestationJudiciaire.acte(code: "090", le: LiquidationTests.jour, vise: .euros(1000))
    let liquidation = try Liquidation(
      LiquidationTests.cadre(),
      [tentative, LiquidationTests.paiement(.euros(300)), LiquidationTests.paiement(.euros(700), apres: 9)],
      redevableDuDroit: .directeur)
    #expect(liquidation.lignes.dropFirst().map(\.ligne.ht) == [.euros(23, 88), .euros(33, 80)])
    #expect(liquidation.aChargeDuDebiteur.isEmpty)
  }

  @Test("the right of engagement is credited on it: 300,00 € owe 23,88 − 17,60 = 6,28 €")
  func credited() throws {
    let liquidation = try Liquidation(
      LiquidationTests.cadre(), [LiquidationTests.carence, LiquidationTests.paiement(.euros(300))])
    #expect(liquidation.aChargeDuDebiteur.map(\.ligne.ht) == [.euros(6, 28)])
    let small = try Liquidation(
      LiquidationTests.cadre(), [LiquidationTests.carence, LiquidationTests.paiement(.euros(20))])
    #expect(small.aChargeDuDebiteur.isEmpty)
  }

  @Test("by default the debtor owes it (décret, art. 8): it is not on the director's invoice")
  func debtor() throws {
    #expect(RedevableDuDroit.defaut == .debiteur)
    let alone = try Liquidation(LiquidationTests.cadre(), [LiquidationTests.carence])
    let paid = try Liquidation(
      LiquidationTests.cadre(), [LiquidationTests.carence, LiquidationTests.paiement(.euros(300))])
    #expect(paid.lignes == alone.lignes)
    #expect(paid.totalDuDebiteur.ht == .euros(6, 28))
  }

  @Test("a payment of the day of the act follows it; one of the day before opens no right (R-54)")
  func beforeIntervention() throws {
    #expect(
      try Liquidation(
        LiquidationTests.cadre(), [LiquidationTests.paiement(.euros(300), apres: 0), LiquidationTests.carence]
      ).aChargeDuDebiteur.count == 1)
    for prestations in [
      [LiquidationTests.paiement(.euros(300), apres: -1), LiquidationTests.carence],
      [LiquidationTests.paiement(.euros(300))],
    ] {
      #expect(throws: Refus(.paiementAvantIntervention, under: Article(16, alinea: 3))) {
        try Liquidation(LiquidationTests.cadre(), prestations)
      }
    }
  }

  @Test(
    "al. 4 (R064): a new address out of the area is 20,90 €; in the area (R-52) or in phase comminatoire (R-53), refused"
  )
  func address() throws {
    let outside = PrestationJudiciaire.nouvelleAdresse(le: LiquidationTests.jour, Exemple.require(CodePostal("64000")))
    let liquidation = try Liquidation(LiquidationTests.cadre(), [outside])
    #expect(liquidation.lignes.map(\.ligne.ht) == [.euros(20, 90)])
    #expect(throws: Refus(.adresseDansLeRessort, under: Article(16, alinea: 4))) {
      try Liquidation(LiquidationTests.cadre(), [.nouvelleAdresse(le: LiquidationTests.jour, Exemple.codePostal)])
    }
    #expect(throws: Refus(.adresseSansIntervention, under: Article(16, alinea: 4))) {
      try Liquidation(LiquidationTests.cadre(.comminatoire), [outside])
    }
  }

  @Test("al. 5 (R065): a disparition pays nothing; billed, it is refused (R-50)")
  func disparition() {
    #expect(throws: Refus(.disparitionSansDroit, under: Article(16, alinea: 5))) {
      try Liquidation(LiquidationTests.cadre(), [LiquidationTests.carence, .disparition(le: LiquidationTests.jour)])
    }
  }

  @Test("the judicial tariff on a phase comminatoire is refused (R-56)")
  func wrongPhase() {
    let prestations = [
      LiquidationTests.carence, .suspension(le: LiquidationTests.jour, retour: "RC-1"),
      LiquidationTests.paiement(.euros(1)),
    ]
    for (prestation, alinea) in zip(prestations, [1, 2, 3]) {
      #expect(throws: Refus(.droitHorsPhaseJudiciaire, under: Article(16, alinea: alinea))) {
        try Liquidation(LiquidationTests.cadre(.comminatoire), [prestation])
      }
    }
  }

  @Test(
    "an act out of the tariff (R-57), a flat sum as an act (R-58), an amount not found (R-59), nothing aimed at (R-69)")
  func acts() {
    let cases: [(PrestationJudiciaire, Refus)] = [
      (
        .acte(code: "999", le: LiquidationTests.jour, vise: .euros(1)),
        Refus(.acteHorsTarif, under: Article(16, alinea: 1))
      ),
      (
        .acte(code: "093", le: LiquidationTests.jour, vise: .euros(1)),
        Refus(.acteAuForfait, under: Article(10, alinea: 8))
      ),
      (
        .acte(code: "066", le: Jour(2021, 3, 1), vise: .euros(1)),
        Refus(.montantDActeInconnu, under: Article(16, alinea: 1))
      ),
      (
        .suspension(le: Jour(2017, 3, 1), retour: "RC-1"), Refus(.montantDActeInconnu, under: Article(16, alinea: 2))
      ),
      (
        .acte(code: "052", le: LiquidationTests.jour, vise: .zero),
        Refus(.montantHorsBornes, under: Article(16, alinea: 1))
      ),
      (LiquidationTests.paiement(.zero), Refus(.montantHorsBornes, under: Article(16, alinea: 3))),
    ]
    for (prestation, refus) in cases {
      #expect(throws: refus) { try Liquidation(LiquidationTests.cadre(), [prestation]) }
    }
  }

  @Test("the same act twice on a day makes two lines, told apart by their rank")
  func ranks() throws {
    let liquidation = try Liquidation(LiquidationTests.cadre(), [LiquidationTests.carence, LiquidationTests.carence])
    #expect(liquidation.lignes.filter { $0.ligne.cle.nature == .acte }.map(\.ligne.cle.rang) == [1, 2])
  }

  @Test("in random instalments the right is that of the whole, less the engagement (art. 9)")
  func randomInstalments() throws {
    var alea = Alea(seed: 9)
    let tarif = TarifJudiciaireTests.signature
    for _ in 0..<1_000 {
      let parts = (1...alea.int(1...6)).map { _ in
        Montant(cents: Int64(alea.int(1...(alea.chance(20) ? 9_000_000 : 40_000))))
      }
      let act = alea.chance(50) ? "052" : "090"
      let vise = Montant(cents: Int64(alea.int(1...500_000)))
      let liquidation = try Liquidation(
        LiquidationTests.cadre(),
        [.acte(code: act, le: LiquidationTests.jour, vise: vise)] + parts.map { LiquidationTests.paiement($0) })
      let credit = act == "052" ? tarif.droitDEngagement(vise) : .zero
      let whole = max(.zero, tarif.droitDegressif.droit(sur: parts.reduce(.zero, +)) - credit)
      #expect(liquidation.totalDuDebiteur.ht == whole)
    }
  }

  @Test(
    "an act without an amount aimed at, or zero once all is paid, is on that of the demand; else on its own",
    arguments: [(nil, 100), (0, 100), (40, 40)] as [(Int64?, Int64)])
  func reported(_ vise: Int64?, _ attendu: Int64) throws {
    var vie = try Vie.recue(.exemple(phase: .judiciaire))
    var acte = Acte.exemple(.carence, etat: "EP-12")
    acte.montantVise = vise.map { .euros($0) }
    let events = try vie.receive(.acte(acte), fait: Jour(2026, 3, 9))
    guard case .acteSignale(let fait)? = events.first else { throw Refus(.acteHorsTarif, under: Article(16)) }
    let expected = PrestationJudiciaire.acte(code: "052", le: Jour(2026, 3, 9), vise: .euros(attendu))
    #expect(PrestationJudiciaire(fait, demande: vie.dossier.demande) == expected)
  }
}
