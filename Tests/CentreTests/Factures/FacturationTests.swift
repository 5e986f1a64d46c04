import Convention
import Registre
import Testing

@testable import Centre

@Suite("Factures d’une étude, de ses dossiers au directeur (art. 12, 16 et 17)")
struct FacturationTests {
  private let lundi = Jour(2026, 3, 2)
  private let mardi = Jour(2026, 3, 3)

  /// J1 is judicial; its étude has signified a commandement on Tuesday.
  private func essai(_ change: (inout Etude) -> Void = { _ in }) async throws -> (CentreDEssai, CodeEtude) {
    let essai = try await CentreDEssai(annuaire: try Annuaire.essai { $0.changer("E3101", change) })
    var aller = try Fabrique.aller(lundi, 1)
    aller.demande(
      "J1",
      champs: [
        "phase": "J", "numero_etat_poursuites": "EP2026-1", "date_etat_poursuites": lundi.compact,
        "mesure_demandee": "SVT",
      ])
    try await essai.recevoir("f", try aller.octets(), lundi)
    var etude = try Fabrique.etude("E3101", mardi, 1)
    etude.message(
      "68", "J1", 1,
      ["code_acte": "042", "numero_etat_poursuites": "EP2026-1", "reference_document": "PV-1"])
    try await essai.recevoir("e", try etude.octets(), mardi)
    return (essai, try #require(CodeEtude("E3101")))
  }

  private func facturation(_ essai: CentreDEssai, _ jour: Jour, _ perimetre: Perimetre = .exploitant) throws
    -> Facturation
  {
    Facturation(try essai.centre(jour), perimetre)
  }

  @Test("an act received by file is billed with its right of engagement, once (R061, R-63)")
  func once() async throws {
    let (essai, code) = try await essai()
    let demande = Facturation.Demande(code, du: lundi, au: mardi)
    let work = try facturation(essai, mardi)
    let preparation = try await work.preparer(demande)
    // 20,42 × 0,5 on 100,00 €; 5,6 % of 100,00.
    #expect(preparation.projet.lignes.map(\.ht) == [Montant(cents: 10_21), Montant(cents: 5_60)])
    let fiche = try await work.emettre(demande, par: .init("etude:E3101/anne"))
    #expect(fiche.cle == "E3101-F-2026-0001")
    let refus = await #expect(throws: Refus.self) { try await work.emettre(demande, par: .init("etude:E3101/anne")) }
    #expect(refus?.motif == .rienAFacturer)
    #expect(try await work.preparer(demande).dejaFacturees == 2)
  }

  @Test("the closing list asks for the invoice until it is issued; a rejected one is no invoice (R049)")
  func closingList() async throws {
    let (essai, code) = try await essai()
    let work = try facturation(essai, mardi)
    func numero() async throws -> String? {
      let dossier = try #require(try await essai.dossier("J1"))
      return try await essai.registre.lire { try $0.numeroDeFacture(of: dossier, LecturesDuCentre()) }
    }
    #expect(try await numero() == nil)
    let fiche = try await work.emettre(.init(code, du: lundi, au: mardi), par: .init("x"))
    #expect(try await numero() == fiche.histoire.projet.numero)
    // Another act, not billed yet.
    var etude = try Fabrique.etude("E3101", Jour(2026, 3, 11), 2)
    etude.message(
      "68", "J1", 2,
      ["code_acte": "051", "numero_etat_poursuites": "EP2026-1", "reference_document": "PV-2"])
    try await essai.recevoir("e2", try etude.octets(), Jour(2026, 3, 11))
    #expect(try await numero() == nil)
    let later = Jour(2026, 3, 12)
    let second = try await facturation(essai, later).emettre(
      .init(code, du: later.adding(days: -2), au: later), par: .init("x"))
    #expect(try await numero() == second.histoire.projet.numero)
    _ = try await work.suivre(fiche.cle, .recue(le: mardi), rang: 1, par: .init("x"))
    _ = try await work.suivre(fiche.cle, .rejetee(motif: "acte non dû"), rang: 2, par: .init("x"))
    #expect(try await numero() == nil)
  }

  @Test("a contract that follows another leaves nothing unbilled: the first day billed chooses (R016, R069)")
  func successiveContracts() async throws {
    let (essai, code) = try await essai {
      $0.contrats = [
        ContratDepartemental(du: Jour(2023, 3, 3), au: Jour(2026, 3, 2)),
        ContratDepartemental(du: Jour(2026, 3, 3), au: Jour(2029, 3, 2)),
      ]
    }
    let later = try facturation(essai, Jour(2026, 4, 1))
    let first = try await later.emettre(.init(code, du: lundi, au: mardi), par: .init("x"))
    #expect(first.histoire.projet.lignes.count == 2 && first.histoire.contratDu == Jour(2023, 3, 3))
  }

  @Test("asked again under its number, it is the same invoice; under another scope, nothing is there to bill")
  func again() async throws {
    let (essai, code) = try await essai()
    let demande = Facturation.Demande(code, du: lundi, au: mardi, numero: "2026/1")
    let work = try facturation(essai, mardi)
    let first = try await work.emettre(demande, par: .init("x"))
    #expect(try await work.emettre(demande, par: .init("x")).id == first.id)
    let gers = try facturation(essai, mardi, .departement(try #require(Departement("32"))))
    await #expect(throws: Refus.self) { try await gers.preparer(.init(code, du: lundi, au: mardi)) }
    await #expect(throws: FauteDeFacture.self) { try await gers.facture(cle: first.cle) }
  }

  @Test("a number asked again for another director, or after a rejection, is not the invoice that has it (R-66)")
  func takenNumber() async throws {
    let (essai, code) = try await essai()
    let work = try facturation(essai, mardi)
    let demande = Facturation.Demande(code, du: lundi, au: mardi, numero: "F-9")
    let gers = Facturation.Demande(
      code, du: lundi, au: mardi, departement: try #require(Departement("32")), numero: "F-9")
    let first = try await work.emettre(demande, par: .init("x"))
    await #expect(throws: Refus.self) { try await work.emettre(gers, par: .init("x")) }
    _ = try await work.suivre(first.cle, .rejetee(motif: "acte non dû"), par: .init("x"))
    await #expect(throws: Refus(.numeroDejaPris, under: Article(12))) {
      try await work.emettre(demande, par: .init("x"))
    }
  }

  @Test("a form shown before another act is refused and nothing is lost in silence; the same one twice is one act")
  func stale() async throws {
    let (essai, code) = try await essai()
    let work = try facturation(essai, mardi)
    let cle = try await work.emettre(.init(code, du: lundi, au: mardi), par: .init("x")).cle
    let luc = Facturation.Auteur("direction:31/luc")
    let paid = Facturation.Suite.payee(le: mardi, Montant(cents: 1_00))
    _ = try await work.suivre(cle, .recue(le: mardi), rang: 1, par: luc)
    for _ in 1...2 { #expect(try await work.suivre(cle, paid, rang: 2, par: luc).rang == 3) }
    let others: [(Facturation.Suite, Int, Facturation.Auteur)] = [
      (.payee(le: mardi, Montant(cents: 2_00)), 2, luc), (paid, 2, .init("direction:31/eve")),
      (.rejetee(motif: "non dû"), 1, luc), (paid, 9, luc),
    ]
    for (suite, rang, auteur) in others {
      await #expect(throws: FauteDeFacture.perime) { try await work.suivre(cle, suite, rang: rang, par: auteur) }
    }
    #expect(try await work.facture(cle: cle).rang == 3)
  }

  @Test("interest claimed is paid by the director, never after today (R067)")
  func interest() async throws {
    let (essai, code) = try await essai()
    let work = try facturation(essai, mardi)
    let cle = try await work.emettre(.init(code, du: lundi, au: mardi), par: .init("x")).cle
    _ = try await work.suivre(cle, .recue(le: mardi), par: .init("x"))
    let late = Jour(2026, 4, 3)
    let later = try facturation(essai, late)
    let due = try await later.suivre(cle, .interetsReclames, par: .init("x")).histoire.resteDInterets
    await #expect(throws: Refus(.factureNonPayable, under: Article(17))) {
      try await later.suivre(cle, .interetsPayes(le: late.adding(days: 1), due), par: .init("x"))
    }
    let paid = try await later.suivre(cle, .interetsPayes(le: late, due), par: .init("x"))
    #expect(paid.histoire.interetsPayes == due && paid.histoire.resteDInterets == .zero)
    let recit = try #require(try await later.facture(paid.id))
    #expect(recit.actes.last?.acte.phrase == "Intérêts payés le 03/04/2026 : \(due.texte)")
  }

  @Test("received, paid; a page shown before does nothing twice; after today nothing is received (R066)")
  func follow() async throws {
    let (essai, code) = try await essai()
    let work = try facturation(essai, mardi)
    let cle = try await work.emettre(.init(code, du: lundi, au: mardi), par: .init("x")).cle
    await #expect(throws: Refus.self) {
      try await work.suivre(cle, .recue(le: mardi.adding(days: 1)), rang: 1, par: .init("x"))
    }
    let received = try await work.suivre(cle, .recue(le: mardi), rang: 1, par: .init("direction:31/luc"))
    #expect(received.histoire.limite == Jour(2026, 4, 2))
    let twice = try await work.suivre(cle, .recue(le: mardi), rang: 1, par: .init("direction:31/luc"))
    #expect(twice.rang == 2)
    let paid = try await work.suivre(cle, .payee(le: mardi, received.histoire.montant), rang: 2, par: .init("x"))
    #expect(paid.histoire.etat == .payee)
    let recit = try #require(try await work.facture(paid.id))
    #expect(recit.actes.map(\.auteur) == ["x", "direction:31/luc", "x"])
  }
}
