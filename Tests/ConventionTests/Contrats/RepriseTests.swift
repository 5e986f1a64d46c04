import Testing

@testable import Convention

@Suite("Art. 1 et 18 à 21 — contrats déclarés avant que leurs actes ne soient tenus")
struct RepriseTests {
  private static let jour = Jour(2026, 3, 2)

  private func repris(_ contrat: ContratDepartemental) -> HistoireDeContrat {
    Exemple.require(
      HistoireDeContrat(
        HistoireDeContrat.reprendre(contrat, etude: Exemple.etude, departement: VieDeContrat.haute)))
  }

  @Test("a contract declared as complete stays as it was declared, whatever its length (R004)")
  func declared() {
    let contrat = ContratDepartemental(du: Jour(2025, 6, 1), au: Jour(2030, 1, 31), objectifs: ["CAN": 3500])
    let histoire = repris(contrat)
    #expect(histoire.contrat(on: RepriseTests.jour) == contrat)
    #expect(histoire.contrat(on: .last) == contrat)
    #expect(histoire.etat(on: RepriseTests.jour) == .enVigueur)
  }

  @Test("R068, R072: an end declared holds from the day it was notified, and is notified once")
  func ends() throws {
    let contrat = ContratDepartemental(
      du: Jour(2025, 1, 1), denonceLe: Jour(2026, 2, 1), resilieLe: Jour(2026, 2, 20))
    let histoire = repris(contrat)
    #expect(histoire.contrat(on: Jour(2026, 1, 31)).denonceLe == nil)
    #expect(histoire.contrat(on: RepriseTests.jour).lastDay == Jour(2026, 4, 20))
    #expect(histoire.etat(on: RepriseTests.jour) == .enPreavis)
    #expect(throws: Refus(.finDejaNotifiee, under: Article(18))) {
      try histoire.denoncer(.init(par: [.prefet], notifieeLe: RepriseTests.jour), on: RepriseTests.jour)
    }
    #expect(throws: Refus(.nonReconductible, under: Article(19))) {
      try histoire.renouveler(
        .ordinaire, decision: Ecrit("D-1", du: RepriseTests.jour), approbations: [.directeur], on: RepriseTests.jour)
    }
  }

  @Test("R004–R005: declared with some signatures, the others follow, of the authority that began to sign")
  func signatures() throws {
    let jour = RepriseTests.jour
    let signes = Signatures(prefet: jour, tresorierPayeurGeneral: jour, huissier: jour)
    var histoire = repris(ContratDepartemental(du: Jour(2026, 1, 1), signatures: signes))
    #expect(histoire.autorite == .conjointe && histoire.etat(on: jour) == .incomplet)
    #expect(throws: Refus(.signataireEtranger, under: Article(1, alinea: 3))) {
      try histoire.signer(.directeur, le: jour, on: jour)
    }
    histoire.follow(try histoire.signer(.directeurServicesFiscaux, le: jour, on: jour))
    #expect(histoire.etat(on: jour) == .enVigueur)
  }

  @Test("of several contracts of an étude, the one in force binds it, else the last that began, else the next")
  func applicable() {
    let ancien = repris(ContratDepartemental(du: Jour(2020, 1, 1)))
    let present = repris(ContratDepartemental(du: Jour(2025, 1, 1)))
    let futur = repris(ContratDepartemental(du: Jour(2028, 1, 1)))
    let tous = [futur, ancien, present]
    #expect(tous.applicable(on: RepriseTests.jour) == present)
    #expect(tous.applicable(on: Jour(2024, 6, 1)) == ancien)
    #expect(tous.applicable(on: Jour(2019, 12, 31)) == ancien)
    #expect(tous.applicable(on: Jour(2028, 1, 1)) == futur)
    #expect([HistoireDeContrat]().applicable(on: RepriseTests.jour) == nil)
  }

  @Test(
    "the département of an étude: declared, else that of its seat, else of its area; Corsica by its third digit",
    arguments: [
      ("", ["31770"], nil, "31"), ("32000", ["31770"], nil, "32"), ("32000", ["31770"], "81", "81"),
      ("20090", [], nil, "2A"), ("20200", [], nil, "2B"), ("97410", [], nil, "974"), ("", [], nil, nil),
    ] as [(String, [String], String?, String?)])
  func departement(_ siege: String, _ ressort: [String], _ declare: String?, _ attendu: String?) {
    var contrat = ContratDepartemental(du: Jour(2025, 1, 1))
    contrat.clauses.departement = declare.flatMap { Departement($0) }
    let etude = Etude(
      code: Exemple.etude, nom: "X", codePostal: siege, contrats: [contrat],
      ressort: Set(ressort.compactMap { CodePostal($0) }))
    #expect(etude.departement(of: contrat)?.texte == attendu)
  }
}
