import Testing

@testable import Convention

@Suite("Art. 13 — états récapitulatifs attendus")
struct EcheancierDesRecapitulatifsTests {
  private let poste = Exemple.require(Codique("031012"))
  private let du = Jour(2025, 1, 1)

  private func echeancier(_ months: Int = 12, au: Jour = Jour(2027, 12, 31)) throws -> EcheancierDesRecapitulatifs {
    try EcheancierDesRecapitulatifs(etude: Exemple.etude, du: du, au: au, periodeMonths: months)
  }

  private func portefeuille(
    _ phase: Phase, _ categorie: Categorie, depuis: Jour = Jour(2025, 1, 1)
  ) -> EcheancierDesRecapitulatifs.Portefeuille {
    .init(poste: poste, phase: phase, categorie: categorie, depuis: depuis)
  }

  @Test("yearly, the first is due on 01/01/2026, not on 31/12/2025 (R053)")
  func yearly() throws {
    let one = [portefeuille(.comminatoire, .collectivites)]
    #expect(try echeancier().attendus(on: Jour(2025, 12, 31), pour: one).isEmpty)
    let due = try echeancier().attendus(on: Jour(2026, 1, 1), pour: one)
    #expect(due.map(\.periode.texte) == ["du 01/01/2025 au 31/12/2025"])
    #expect(due.map(\.exigibleLe) == [Jour(2026, 1, 1)])
    #expect(try echeancier().attendus(on: Jour(2026, 1, 1), pour: one, transmis: Set(due)).isEmpty)
  }

  @Test("a period of 13 months is refused, as one of 0; 1 and 12 are not (R053)", arguments: [0, 1, 12, 13])
  func bounds(_ months: Int) {
    if (1...12).contains(months) {
      #expect(throws: Never.self) { try echeancier(months) }
    } else {
      #expect(throws: Refus(.periodiciteDeRapport, under: Article(13, alinea: 1))) { try echeancier(months) }
    }
  }

  @Test("fines: absent in the amicable phase, present in the judicial one (R054)")
  func fines() throws {
    let both = [portefeuille(.comminatoire, .amendes), portefeuille(.judiciaire, .amendes)]
    #expect(try echeancier().attendus(on: Jour(2026, 1, 1), pour: both).map(\.phase) == [.judiciaire])
    let mixed = both + [portefeuille(.comminatoire, .sante), portefeuille(.comminatoire, .collectivites)]
    #expect(try echeancier().attendus(on: Jour(2026, 1, 1), pour: mixed).map(\.phase) == [.comminatoire, .judiciaire])
  }

  @Test("an étude whose contract ended on 15/08/2025 still owes the état of its last days, and no other")
  func closed() throws {
    let ended = try echeancier(6, au: Jour(2025, 8, 15))
    let one = [portefeuille(.judiciaire, .sante)]
    #expect(ended.attendus(on: Jour(2025, 8, 15), pour: one).count == 1)
    let due = ended.attendus(on: Jour(2030, 1, 1), pour: one)
    #expect(due.map(\.periode.texte) == ["du 01/01/2025 au 30/06/2025", "du 01/07/2025 au 15/08/2025"])
  }

  @Test("nothing is due for the periods over before the first dossier of a poste")
  func since() throws {
    let late = [portefeuille(.comminatoire, .sante, depuis: Jour(2025, 7, 1))]
    let due = try echeancier(6).attendus(on: Jour(2026, 1, 1), pour: late)
    #expect(due.map(\.cle) == ["E3101-031012-C-20250701-20251231"])
    let explained = try echeancier(6).explication(due[0])
    #expect(explained.calcul == ["31/12/2025 + 1 jour = 01/01/2026"])
  }

  @Test("the periods of a contract that starts on a 31st or a 29 February follow each other without a gap")
  func contiguous() throws {
    for du in [Jour(2024, 1, 31), Jour(2024, 2, 29)] {
      for months in [1, 5, 12] {
        let all = try EcheancierDesRecapitulatifs(
          etude: Exemple.etude, du: du, au: Jour(2029, 3, 15), periodeMonths: months
        ).periodes(on: Jour(2030, 1, 1))
        #expect(all.first?.du == du)
        #expect(all.last?.au == Jour(2029, 3, 15))
        #expect(zip(all, all.dropFirst()).allSatisfy { $0.au.adding(days: 1) == $1.du })
      }
    }
  }
}
