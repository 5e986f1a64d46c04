import Testing

@testable import Convention

@Suite("Art. 16 — prestations d’un dossier et préparation d’une facture")
struct PreparationDeFactureTests {
  private static let jour = Jour(2026, 3, 10)
  private static let departement = Exemple.require(Departement("31"))
  private static let contrat = ContratDepartemental(du: Jour(2025, 1, 1))

  private static func prestations(
    _ vie: Vie, _ redevable: RedevableDuDroit = .defaut
  ) throws -> PrestationsDuDossier {
    try #require(
      PrestationsDuDossier(
        vie.dossier, of: Exemple.etude, ressort: [Exemple.codePostal], LieuFiscal(contrat, vie.dossier),
        redevableDuDroit: redevable))
  }

  private static func preparation(
    _ vie: Vie, du: Jour = Jour(2026, 3, 1), au: Jour = Jour(2026, 3, 31), le: Jour = Jour(2026, 4, 1),
    deja: FacturesEmises = FacturesEmises(), contrat: ContratDepartemental = contrat,
    redevable: RedevableDuDroit = .defaut
  ) throws -> PreparationDeFacture {
    try PreparationDeFacture(
      [try prestations(vie, redevable)], of: Exemple.etude, contrat, departement, du: du, au: au, le: le, deja: deja)
  }

  private static func carence() throws -> Vie {
    var vie = try Vie.judiciaire()
    try vie.act(.carence, le: jour)
    return vie
  }

  private static func constat(_ code: String, _ codePostal: String? = nil) -> Message.Contenu {
    .constat(
      Constat(
        code: code,
        adresse: code == "NAH" ? Adresse(lignes: ["", "", "", "1 RUE", ""], codePostal: codePostal) : nil))
  }

  @Test("a carence on 300,00 € is billed with its number, its price and its right of engagement (R061)")
  func acte() throws {
    let preparation = try Self.preparation(try Self.carence())
    #expect(preparation.projet.lignes.map(\.cle.nature) == [.acte, .engagement])
    #expect(preparation.projet.lignes.map(\.ht) == [.euros(20, 21), .euros(16, 80)])
    #expect(preparation.projet.lignes[0].numero == "52")
    #expect(preparation.projet.lignes[0].calcul?.isEmpty == false)
    #expect(preparation.projet.numero == "F-2026-0001")
    #expect(preparation.projet.payeur == .directeur(departement: Self.departement))
    #expect(try Facture.emettre(preparation.projet, contrat: Self.contrat, deja: FacturesEmises()).count == 1)
  }

  @Test(
    "the form of a suspension is paid flat (R062); a disparition pays nothing and takes nothing from the rest (R065)")
  func others() throws {
    var vie = try Self.carence()
    vie.update(.code("10", 1, le: Self.jour))
    try vie.receive(
      .retour(RetourCirconstancie(etatPoursuites: "EP-1", referenceDocument: "R-1")), fait: Self.jour)
    try vie.receive(Self.constat("DIS"), fait: Self.jour)
    let preparation = try Self.preparation(vie)
    #expect(preparation.projet.lignes.map(\.cle.nature) == [.acte, .engagement, .suspension])
    #expect(preparation.projet.lignes.last?.ht == .euros(14, 89))
    #expect(preparation.refusees.map(\.refus) == [Refus(.disparitionSansDroit, under: Article(16, alinea: 5))])
  }

  @Test(
    "a new address pays after an act and out of the area, else the reason is told (R064)",
    arguments: [
      (true, "33000", nil), (false, "33000", Refus.Motif.adresseSansIntervention),
      (true, "31770", .adresseDansLeRessort), (true, nil, .adresseSansCodePostal),
    ] as [(Bool, String?, Refus.Motif?)])
  func address(_ afterAct: Bool, _ codePostal: String?, _ motif: Refus.Motif?) throws {
    var vie = afterAct ? try Self.carence() : try Vie.judiciaire()
    try vie.receive(Self.constat("NAH", codePostal), fait: Self.jour.adding(days: 1))
    let prestations = try Self.prestations(vie)
    let paid = prestations.liquidation.lignes.filter { $0.ligne.cle.nature == .nouvelleAdresse }
    #expect(paid.map(\.ligne.ht) == (motif == nil ? [.euros(20, 22)] : []))
    #expect(prestations.refusees.map(\.refus.motif) == (motif.map { [$0] } ?? []))
  }

  @Test("a payment before the act opens no right; after it, the debtor owes it and not the director (R063)")
  func payments() throws {
    var vie = try Vie.judiciaire()
    try vie.receive(.paiement("P1", .euros(50)), fait: Self.jour.adding(days: -1))
    try vie.act(.carence, le: Self.jour)
    vie.update(.code("06", 1, le: Self.jour.adding(days: 1), montant: .euros(200)))
    let preparation = try Self.preparation(vie)
    #expect(preparation.refusees.map(\.refus.motif) == [.paiementAvantIntervention])
    #expect(preparation.aChargeDuDebiteur.map(\.ligne.cle.nature) == [.droitProportionnel])
    #expect(preparation.projet.lignes.map(\.cle.nature) == [.acte, .engagement])
  }

  @Test("where the director owes the right, it is on his invoice and nothing is left to the debtor (R063)")
  func directorOwes() throws {
    var vie = try Self.carence()
    vie.update(.code("06", 1, le: Self.jour.adding(days: 1), montant: .euros(250)))
    let preparation = try Self.preparation(vie, redevable: .directeur)
    #expect(preparation.projet.lignes.map(\.cle.nature) == [.acte, .engagement, .droitProportionnel])
    // 9,67 % of 125,00 and 6,29 % of 125,00 are 19,95; less 16,80 of engagement.
    #expect(preparation.projet.lignes.last?.ht == .euros(3, 15))
    #expect(preparation.aChargeDuDebiteur.isEmpty)
    #expect(try Facture.emettre(preparation.projet, contrat: Self.contrat, deja: FacturesEmises()).count == 1)
  }

  @Test("where neither the contract, the commune nor the code names a département, nobody can be billed (R016, R-127)")
  func noPayer() throws {
    var waiting = Vie(transmise: .exemple(phase: .judiciaire))
    waiting.follow([.dossierMisEnAttente(DossierMisEnAttente(raison: .adresse))])
    let nowhere = LieuFiscal(nil, waiting.dossier)
    let known = try Self.carence().dossier
    let prestations = try #require(
      PrestationsDuDossier(known, of: Exemple.etude, ressort: [Exemple.codePostal], nowhere))
    #expect(throws: Refus(.payeurInconnu, under: Article(16, alinea: 1))) { try prestations.departement() }
    #expect(try Self.prestations(try Self.carence()).departement() == Self.departement)
  }

  @Test("what another invoice holds is not billed again; rejected, it is")
  func again() throws {
    let vie = try Self.carence()
    let first = try Self.preparation(vie)
    var facture = Exemple.require(
      Facture(try Facture.emettre(first.projet, contrat: Self.contrat, deja: FacturesEmises())))
    let second = try Self.preparation(vie, deja: FacturesEmises([facture]))
    #expect(second.projet.lignes.isEmpty && second.dejaFacturees == 2)
    #expect(second.projet.numero == "F-2026-0002")
    #expect(throws: Refus(.rienAFacturer, under: Article(16))) { try second.requireLines() }
    facture.follow(try facture.rejeter(le: Jour(2026, 4, 2), motif: "sans état"))
    #expect(try Self.preparation(vie, deja: FacturesEmises([facture])).projet.lignes.count == 2)
  }

  @Test("an earlier act told late does not bill the right of engagement a second time (décret 96-1080, art. 13)")
  func engagementOnce() throws {
    var vie = try Self.carence()
    let first = try Self.preparation(vie)
    let facture = Exemple.require(
      Facture(try Facture.emettre(first.projet, contrat: Self.contrat, deja: FacturesEmises())))
    try vie.act(.commandement, le: Self.jour.adding(days: -3))
    let second = try Self.preparation(vie, deja: FacturesEmises([facture]))
    #expect(second.projet.lignes.map(\.cle.acte) == ["042"])
    #expect(second.projet.lignes.map(\.cle.nature) == [.acte])
    var projet = second.projet
    projet.lignes.append(
      LigneDeFacture(
        cle: .init(projet.lignes[0].cle.dossier, .engagement, acte: "042", le: projet.lignes[0].cle.jour),
        phase: .judiciaire, etatPoursuites: "EP-1", libelle: "droit d’engagement", ht: .euros(1), transport: .zero,
        tva: .zero))
    projet.total = projet.lignes.reduce(.zero) { $0 + $1.honoraire }
    #expect(throws: Refus(.acteDejaFacture, under: Article(16, alinea: 1))) {
      try Facture.emettre(projet, contrat: Self.contrat, deja: FacturesEmises([facture]))
    }
  }

  @Test(
    "the period holds both its days; it does not end before it begins nor after the issue (R-128)",
    arguments: [
      (Jour(2026, 3, 10), Jour(2026, 3, 10), 2), (Jour(2026, 3, 11), Jour(2026, 3, 31), 0),
      (Jour(2026, 3, 1), Jour(2026, 3, 9), 0),
    ])
  func period(_ du: Jour, _ au: Jour, _ count: Int) throws {
    let vie = try Self.carence()
    #expect(try Self.preparation(vie, du: du, au: au).projet.lignes.count == count)
    let refus = Refus(.periodeDeFactureInvalide, under: Article(12))
    #expect(throws: refus) { try Self.preparation(vie, du: au.adding(days: 1), au: au) }
    #expect(throws: refus) { try Self.preparation(vie, du: du, au: au, le: au.adding(days: -1)) }
  }

  @Test("what was done before the contract is told, and not billed (R-64)")
  func beforeContract() throws {
    let preparation = try Self.preparation(try Self.carence(), contrat: ContratDepartemental(du: Jour(2026, 3, 11)))
    #expect(preparation.projet.lignes.isEmpty)
    #expect(Set(preparation.refusees.map(\.refus.motif)) == [.ligneHorsContrat])
  }

  @Test("the next number follows the highest of the year, whatever the étude’s other numbers")
  func numbers() {
    let deja = FacturesEmises(numeros: ["F-2026-0009", "F-2025-0400", "F-2026-A", "17"])
    #expect(deja.prochainNumero(Jour(2026, 5, 1)) == "F-2026-0010")
    #expect(deja.prochainNumero(Jour(2027, 1, 1)) == "F-2027-0001")
    let odd = ["F-2026-\(Int.max)", "F-2026-99999999999", "F-2026-+7000", "F-2026--1", "F-2026-"]
    #expect(FacturesEmises(numeros: deja.numeros.union(odd)).prochainNumero(Jour(2026, 5, 1)) == "F-2026-0010")
    let highest = FacturesEmises(numeros: ["F-2026-9999999999"])
    #expect(highest.prochainNumero(Jour(2026, 5, 1)) == "F-2026-10000000000")
  }

  @Test("every refusal here has its own code, from R-125 on")
  func codes() {
    #expect(Refus.Motif.facturation.map(\.code) == (125...129).map { "R-\($0)" })
  }

  @Test("the VAT number of a unit is its key and itself: 732829320 gives FR44732829320")
  func vat() throws {
    #expect(try #require(Siren("732829320")).numeroDeTVA == "FR44732829320")
  }
}
