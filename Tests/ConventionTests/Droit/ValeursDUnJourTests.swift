import Convention
import Testing

@Suite("Valeurs d’un jour")
struct ValeursDUnJourTests {
  @Test("each number has one value at most on a day, and one exactly on 02/03/2026")
  func one() {
    for jour in [Jour(2000, 1, 1), Jour(2010, 12, 15), Jour(2016, 4, 30), Jour(2026, 3, 2)] {
      let names = Bareme.valeurs(on: jour).map(\.nom)
      #expect(Set(names).count == names.count, "\(jour.iso)")
    }
    #expect(Bareme.valeurs(on: Jour(2026, 3, 2)).count == Bareme.rubriques.count)
  }

  @Test("without a day all values are told; the unverified ones alone where they are asked")
  func all() {
    #expect(Bareme.valeurs().count == Bareme.rubriques.joined().count)
    let unread = Bareme.valeurs(nonVerifiees: true)
    #expect(!unread.isEmpty && unread.allSatisfy { !$0.verifiee })
    #expect(
      Bareme.valeurs(on: Jour(2011, 2, 1)).contains {
        $0.nom == "TVA, métropole" && $0.periode == "du 01/04/2000 au 31/12/2013"
      })
  }
}
