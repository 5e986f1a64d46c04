import Testing

@testable import Convention

@Suite("Bareme.rubriques : tous les nombres du droit")
struct RubriquesTests {
  /// First and last days of years, leap days, and the day before, of and after each change of a value.
  private static let jours: [Jour] = {
    let years = (2010...2199).flatMap { [Jour($0, 1, 1), Jour($0, 2, 28), Jour($0, 12, 31)] }
    let leap = stride(from: 2012, through: 2196, by: 4).filter { $0 != 2100 }.map { Jour($0, 2, 29) }
    let changes = Bareme.rubriques.flatMap { $0 }.flatMap { [$0.du.adding(days: -1), $0.du, $0.du.adding(days: 1)] }
    return Set(years + leap + changes).filter { $0 >= Jour(2010, 12, 15) }.sorted()
  }()

  /// What begins after the signature of the convention, and why.
  private static let tardives: [String: String] = [:]

  @Test("on each day from the signature to 2199, exactly one value of each applies")
  func oneValue() {
    for valeurs in Bareme.rubriques {
      let nom = valeurs[0].nom
      for jour in RubriquesTests.jours {
        let applying = valeurs.filter { $0.du <= jour && ($0.au.map { jour <= $0 } ?? true) }
        let isLate = RubriquesTests.tardives[nom] != nil && jour < valeurs[0].du
        #expect(applying.count == (isLate ? 0 : 1), "\(nom), le \(jour.iso)")
      }
      #expect(valeurs.last?.au == nil, "\(nom) s’arrête")
    }
  }

  @Test("what begins later than the signature is named with its reason, and nothing else is")
  func late() {
    let late = Bareme.rubriques.filter { $0[0].du > Jour(2010, 12, 15) }.map { $0[0].nom }
    #expect(Set(late) == Set(RubriquesTests.tardives.keys))
  }

  @Test("each value says what it is, how much and where it comes from; a text not read is marked")
  func sources() {
    for valeur in Bareme.rubriques.flatMap({ $0 }) {
      #expect(!valeur.nom.isEmpty && !valeur.texte.isEmpty && valeur.source.count > 5, "\(valeur)")
      let words = ["non lu", "non trouvé", "non vérifié"]
      let saysUnread = words.contains { valeur.source.contains($0) }
      #expect(!saysUnread || !valeur.verifiee, "\(valeur.nom) : \(valeur.source)")
      #expect(valeur.phrase.hasSuffix("valeur non vérifiée") == !valeur.verifiee)
    }
    #expect(Bareme.rubriques.flatMap { $0 }.contains { !$0.verifiee })
  }

  @Test("no two numbers have the same name and unit")
  func names() {
    let names = Bareme.rubriques.map { $0[0].nom }
    #expect(Set(names).count == names.count, "\(Dictionary(grouping: names) { $0 }.filter { $1.count > 1 }.keys)")
  }
}
