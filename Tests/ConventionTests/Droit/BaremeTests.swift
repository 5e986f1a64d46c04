import Convention
import Testing

@Suite("Barèmes datés")
struct BaremeTests {
  static let baremes: [(nom: String, valeurs: Dated<Int>, attendu: Int)] = [
    ("durée comminatoire", Bareme.delaiComminatoireDays, 75),
    ("durée comminatoire réduite", Bareme.delaiComminatoireReduitDays, 60),
    ("durée judiciaire", Bareme.delaiJudiciaireDays, 50),
    ("première lettre", Bareme.premiereLettreDays, 3),
    ("alerte de la seconde lettre", Bareme.alerteSecondeLettreDays, 15),
    ("durée d'un contrat", Bareme.dureeContratYears, 3),
    ("préavis de dénonciation", Bareme.preavisDenonciationMonths, 6),
    ("effet d'une résiliation", Bareme.effetResiliationMonths, 2),
    ("reversement, chèque au Trésor", Bareme.reversementTresorDays, 15),
    ("reversement, espèces", Bareme.reversementEspecesDays, 21),
    ("reversement, autres", Bareme.reversementAutresDays, 42),
  ]

  static let jours = [
    Jour(2010, 12, 14), Jour(2010, 12, 15), Jour(2010, 12, 16), Jour(2013, 12, 31), Jour(2020, 2, 29),
    Jour(2026, 3, 2), Jour(2199, 12, 31),
  ]

  @Test("on each day of a list, exactly one entry of each bareme applies", arguments: baremes.indices)
  func oneEntry(_ index: Int) {
    let (nom, valeurs, attendu) = BaremeTests.baremes[index]
    for jour in BaremeTests.jours where jour >= valeurs.entries[0].from {
      let bounds = zip(valeurs.entries, valeurs.entries.dropFirst().map { Optional($0.from) } + [nil])
      let applying = bounds.filter { entry, next in entry.from <= jour && next.map { jour < $0 } ?? true }
      #expect(applying.count == 1, "\(nom) le \(jour.iso)")
      #expect(applying.first?.0.from == valeurs.entry(on: jour).from)
    }
    #expect(valeurs.value(on: Jour(2026, 3, 2)) == attendu, "\(nom)")
    #expect(valeurs.entries.allSatisfy { !$0.source.isEmpty })
  }

  @Test("the follow-up is the same for all études: 8, 15 and 40 days (R155)")
  func relances() {
    #expect(Relance.Rang.allCases.map { $0.days(on: Jour(2026, 3, 2)) } == [8, 15, 40])
    #expect(Bareme.relanceDays.count == Relance.Rang.allCases.count)
  }

  @Test("a value holds from its first day until the day before the next one")
  func successive() {
    let valeurs = Dated(
      "essai", "jours",
      [
        .init(from: Jour(2011, 1, 1), 10, source: "a"), .init(from: Jour(2014, 1, 1), 20, source: "b"),
      ])
    #expect(valeurs.value(on: Jour(2010, 12, 31)) == 10)
    #expect(valeurs.value(on: Jour(2013, 12, 31)) == 10)
    #expect(valeurs.value(on: Jour(2014, 1, 1)) == 20)
    #expect(valeurs.entry(on: Jour(2030, 1, 1)).source == "b")
  }
}
