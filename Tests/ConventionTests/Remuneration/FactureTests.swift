import Convention
import Foundation
import Testing

@Suite("Art. 12, 16 et 17 — facture d’une étude")
struct FactureTests {
  private static func refuse(
    _ motif: Refus.Motif, _ article: Article, deja: FacturesEmises = FacturesEmises(),
    contrat: ContratDepartemental = ExempleDeFacture.contrat, _ change: (inout ProjetDeFacture) -> Void
  ) {
    var projet = ExempleDeFacture.projet()
    change(&projet)
    #expect(throws: Refus(motif, under: article)) { try Facture.emettre(projet, contrat: contrat, deja: deja) }
  }

  private static func relined(_ lignes: [LigneDeFacture]) -> (inout ProjetDeFacture) -> Void {
    { projet in
      projet.lignes = lignes
      projet.total = lignes.reduce(.zero) { $0 + $1.honoraire }
    }
  }

  @Test("an invoice to the director who signed is issued, and holds all that it needs (R016, R061)")
  func issued() throws {
    let facture = try ExempleDeFacture.emise()
    #expect(facture.etat == .emise)
    #expect(facture.projet.payeur == .signataire(ExempleDeFacture.contrat, ExempleDeFacture.departement))
    #expect(facture.montant == .euros(209))
    #expect(facture.resume.cle == "E3101-F-1")
    #expect(facture.resume.echeance == nil)
  }

  @Test("a poste comptable is never billed (R082, R-60)")
  func poste() {
    FactureTests.refuse(.factureAUnPoste, Article(.cahierDesCharges, "2", alinea: 5)) {
      $0.payeur = .poste(codique: Exemple.require(Codique("031012")))
    }
  }

  @Test("the payer is the signatory: the director, or the TPG and the DSF where they signed (R016, R-61)")
  func payer() throws {
    let departement = ExempleDeFacture.departement
    let other = Exemple.require(Departement("32"))
    FactureTests.refuse(.payeurNonSignataire, Article(16, alinea: 1)) { $0.payeur = .directeur(departement: other) }
    FactureTests.refuse(.payeurNonSignataire, Article(16, alinea: 1)) {
      $0.payeur = .tresorierEtServicesFiscaux(departement: departement)
    }
    let jour = Jour(2025, 1, 1)
    let signatures = Signatures(
      prefet: jour, tresorierPayeurGeneral: jour, directeurServicesFiscaux: jour, huissier: jour)
    let joint = ContratDepartemental(du: jour, signatures: signatures)
    FactureTests.refuse(.payeurNonSignataire, Article(16, alinea: 1), contrat: joint) { _ in }
    var projet = ExempleDeFacture.projet()
    projet.payeur = .tresorierEtServicesFiscaux(departement: departement)
    #expect(try ExempleDeFacture.emise(projet, contrat: joint).projet.payeur == projet.payeur)
    // Declared without its signatures; declared otherwise than signed.
    let declared = ContratDepartemental(du: jour, clauses: .init(autorite: .conjointe))
    #expect(try ExempleDeFacture.emise(projet, contrat: declared).projet.payeur == projet.payeur)
    let named = ContratDepartemental(du: jour, signatures: signatures, clauses: .init(autorite: .directeur))
    #expect(Payeur.signataire(named, departement) == .directeur(departement: departement))
  }

  @Test(
    "a number has one to twenty letters, digits or signs, and no blank at its ends (R-129)",
    arguments: [
      ("F-1", true), ("2026/1 a_B.c", true), (String(repeating: "9", count: 20), true), ("", false),
      (String(repeating: "9", count: 21), false), (" F-1", false), ("F-1 ", false), ("F\n1", false), ("F-é", false),
      ("<b>", false),
    ])
  func numbers(_ numero: String, _ accepted: Bool) throws {
    if accepted {
      #expect(try ExempleDeFacture.emise(ExempleDeFacture.projet(numero: numero)).projet.numero == numero)
    } else {
      FactureTests.refuse(.numeroMalForme, Article(12)) { $0.numero = numero }
    }
  }

  @Test("a line for a disparition (R-50), a fee of the other phase (R-55, R-56) or of nothing (R-69) is refused")
  func lines() {
    func ligne(
      _ rang: Int, _ nature: LigneDeFacture.Nature, _ phase: Phase, _ jour: Jour, _ ht: Montant
    ) -> LigneDeFacture { ExempleDeFacture.ligne(rang, nature: nature, phase: phase, le: jour, ht: ht) }
    FactureTests.refuse(
      .disparitionSansDroit, Article(16, alinea: 5),
      FactureTests.relined([ligne(1, .disparition, .judiciaire, Jour(2026, 9, 1), .euros(1))]))
    FactureTests.refuse(
      .honoraireHorsPhaseComminatoire, Article(15),
      FactureTests.relined([ligne(1, .honoraireAmiable, .judiciaire, Jour(2026, 9, 1), .euros(1))]))
    FactureTests.refuse(
      .droitHorsPhaseJudiciaire, Article(16, alinea: 1),
      FactureTests.relined([ligne(1, .acte, .comminatoire, Jour(2026, 9, 1), .euros(1))]))
    FactureTests.refuse(
      .montantHorsBornes, Article(16, alinea: 1),
      FactureTests.relined([ligne(1, .acte, .judiciaire, Jour(2026, 9, 1), .zero)]))
  }

  @Test("the same line twice is refused (R-62), and so is an act of another invoice (R-63)")
  func twice() throws {
    let ligne = ExempleDeFacture.ligne()
    FactureTests.refuse(.ligneEnDouble, Article(16, alinea: 1), FactureTests.relined([ligne, ligne]))
    let first = try ExempleDeFacture.emise()
    FactureTests.refuse(.acteDejaFacture, Article(16, alinea: 1), deja: FacturesEmises([first])) { $0.numero = "F-2" }
    FactureTests.refuse(.numeroDejaPris, Article(12), deja: FacturesEmises([first])) { _ in }
  }

  @Test("an invoice that was rejected frees its lines, not its number")
  func afterRejection() throws {
    var first = try ExempleDeFacture.emise()
    first.follow(try first.rejeter(le: Jour(2026, 10, 2), motif: "état de poursuites absent"))
    #expect(first.etat == .rejetee)
    let deja = FacturesEmises([first])
    FactureTests.refuse(.numeroDejaPris, Article(12), deja: deja) { _ in }
    let again = ExempleDeFacture.projet(numero: "F-2")
    #expect(try Facture.emettre(again, contrat: ExempleDeFacture.contrat, deja: deja).count == 1)
  }

  @Test(
    "a line is within the period, not after the issue and not before the contract (R-64)",
    arguments: [
      (Jour(2026, 6, 30), false), (Jour(2026, 7, 1), true), (Jour(2026, 9, 30), true), (Jour(2026, 10, 1), false),
    ])
  func days(_ jour: Jour, _ accepted: Bool) throws {
    let projet = ExempleDeFacture.projet([ExempleDeFacture.ligne(le: jour)])
    if accepted {
      #expect(try ExempleDeFacture.emise(projet).etat == .emise)
    } else {
      FactureTests.refuse(.ligneHorsContrat, Article(16, alinea: 1)) { $0 = projet }
    }
    let late = ContratDepartemental(du: Jour(2026, 9, 2))
    FactureTests.refuse(.ligneHorsContrat, Article(16, alinea: 1), contrat: late) { _ in }
    #expect(try ExempleDeFacture.emise(contrat: ContratDepartemental(du: Jour(2026, 9, 1))).etat == .emise)
  }

  @Test("totals that are not the sum of the lines are refused, by a cent or a tax; so is an invoice of nothing (R-65)")
  func totals() {
    FactureTests.refuse(.totalDiscordant, Article(12)) { $0.total = Honoraire(ht: .euros(209, 1), tva: .zero) }
    FactureTests.refuse(.totalDiscordant, Article(12)) { $0.total = Honoraire(ht: .euros(208), tva: .euros(1)) }
    FactureTests.refuse(.totalDiscordant, Article(12), FactureTests.relined([]))
  }

  @Test("received, paid in two parts, it is paid; the limit shows until then")
  func life() throws {
    var facture = try ExempleDeFacture.recue()
    #expect(facture.resume.echeance == Jour(2026, 11, 15))
    #expect(facture.resume.montant == .euros(1000))
    facture.follow(try facture.payer(le: Jour(2026, 10, 20), montant: .euros(400)))
    #expect(facture.resteAPayer == .euros(600))
    #expect(facture.etat == .recue)
    facture.follow(try facture.payer(le: Jour(2026, 11, 15), montant: .euros(600)))
    #expect(facture.etat == .payee)
    #expect(facture.resume.echeance == nil)
    #expect(facture.interets(au: Jour(2027, 1, 1))?.total == .zero)
  }

  @Test("out of turn, or beyond what is due, nothing happens (R-67, R-69)")
  func outOfTurn() throws {
    let emise = try ExempleDeFacture.emise()
    let refus = Refus(.factureNonPayable, under: Article(17))
    #expect(throws: refus) { try emise.payer(le: Jour(2026, 10, 2), montant: .euros(1)) }
    #expect(throws: refus) { try emise.recevoir(le: Jour(2026, 9, 30)) }
    #expect(throws: refus) { try emise.reclamerInterets(le: Jour(2027, 1, 1)) }
    var recue = try ExempleDeFacture.recue()
    #expect(throws: refus) { try recue.recevoir(le: Jour(2026, 10, 17)) }
    #expect(throws: refus) { try recue.payer(le: Jour(2026, 10, 15), montant: .euros(1)) }
    for montant in [Montant.zero, .euros(1000, 1)] {
      #expect(throws: Refus(.montantHorsBornes, under: Article(17))) {
        try recue.payer(le: Jour(2026, 10, 20), montant: montant)
      }
    }
    recue.follow(try recue.payer(le: Jour(2026, 10, 20), montant: .euros(1)))
    #expect(throws: refus) { try recue.rejeter(le: Jour(2026, 10, 21), motif: "trop tard") }
  }

  @Test("the reason of a rejection is neither blank nor longer than a free text (R-91)")
  func reason() throws {
    let emise = try ExempleDeFacture.emise()
    for motif in ["", " \n", String(repeating: "a", count: 2_001)] {
      #expect(throws: Refus(.texteHorsBornes, under: Article(17))) {
        try emise.rejeter(le: Jour(2026, 10, 2), motif: motif)
      }
    }
    #expect(try emise.rejeter(le: Jour(2026, 10, 2), motif: String(repeating: "a", count: 2_000)).count == 1)
  }

  @Test("interest is paid once claimed, in parts, never beyond the claim nor before its day (R067, R-67, R-69)")
  func interestPaid() throws {
    var facture = try ExempleDeFacture.recue()
    let (claim, refus) = (Jour(2026, 12, 5), Refus(.factureNonPayable, under: Article(17)))
    #expect(throws: refus) { try facture.payerInterets(le: claim, montant: .euros(1)) }
    facture.follow(try facture.reclamerInterets(le: claim))
    // 1 000,00 × 10,15 % × 20 / 365 = 5,56, and the flat sum of 40,00.
    #expect(facture.resteDInterets == .euros(45, 56))
    #expect(throws: refus) { try facture.payerInterets(le: claim.adding(days: -1), montant: .euros(1)) }
    for montant in [Montant.zero, .euros(45, 57)] {
      #expect(throws: Refus(.montantHorsBornes, under: Article(17))) {
        try facture.payerInterets(le: claim, montant: montant)
      }
    }
    facture.follow(try facture.payerInterets(le: claim, montant: .euros(45)))
    facture.follow(try facture.payerInterets(le: claim.adding(days: 1), montant: .euros(0, 56)))
    #expect(facture.interetsPayes == .euros(45, 56) && facture.resteDInterets == .zero)
    #expect(facture.etat == .recue && facture.resteAPayer == .euros(1000))
    #expect(throws: refus) { try facture.rejeter(le: claim.adding(days: 2), motif: "trop tard") }
  }

  @Test("the history alone gives the same invoice, written and read again; it begins with its issue")
  func fold() throws {
    let emission = try Facture.emettre(
      ExempleDeFacture.projet(), contrat: ExempleDeFacture.contrat, deja: FacturesEmises())
    var facture = Exemple.require(Facture(emission))
    var actes = emission
    for next in [try facture.recevoir(le: Jour(2026, 10, 16)), [.payee(le: Jour(2026, 12, 1), montant: .euros(9))]] {
      actes += next
      facture.follow(next)
    }
    let claim = try facture.reclamerInterets(le: Jour(2026, 12, 2))
    facture.follow(claim)
    let paid = try facture.payerInterets(le: Jour(2026, 12, 3), montant: .euros(1))
    facture.follow(paid)
    actes += claim + paid
    #expect(Facture(actes) == facture)
    #expect(facture.interetsReclames != nil)
    let written = try JSONEncoder().encode(actes)
    #expect(try JSONDecoder().decode([Facture.Acte].self, from: written) == actes)
    #expect(!String(decoding: written, as: UTF8.self).contains("\"_0\""))
    #expect(Facture(.recue(le: Jour(2026, 10, 16), limite: Jour(2026, 11, 15))) == nil)
  }
}
