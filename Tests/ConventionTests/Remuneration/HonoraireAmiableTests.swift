import Convention
import Testing

@Suite("Art. 15 — honoraires de la phase comminatoire")
struct HonoraireAmiableTests {
  /// Recovered, HT, TTC at 19,6 %, TTC at 20 %, TTC at 8,5 %, in cents.
  static let table: [(Int64, Int64, Int64, Int64, Int64)] = [
    (0, 0, 0, 0, 0), (20_00, 6_27, 7_50, 7_52, 6_80), (49_96, 6_27, 7_50, 7_52, 6_80), (50_00, 6_28, 7_51, 7_54, 6_81),
    (80_00, 10_04, 12_01, 12_05, 10_89), (100_00, 12_55, 15_01, 15_06, 13_62), (250_00, 31_38, 37_53, 37_66, 34_05),
    (1_000_00, 125_50, 150_10, 150_60, 136_17), (2_390_44, 300_00, 358_80, 360_00, 325_50),
    (9_999_99, 300_00, 358_80, 360_00, 325_50),
  ]

  static func honoraire(
    _ base: Montant, _ jour: Jour = Jour(2026, 3, 2), _ territoire: TerritoireFiscal = .metropole
  ) -> Honoraire { HonoraireAmiable(surBase: base, le: jour, territoire).honoraire }

  @Test("the table of the arrêté of 2008, to the cent, before and with each tax (R060)", arguments: table)
  func vectors(_ recouvre: Int64, _ ht: Int64, _ metropole2013: Int64, _ metropole2014: Int64, _ outreMer: Int64) {
    let base = Montant(cents: recouvre)
    let before = HonoraireAmiableTests.honoraire(base, Jour(2013, 12, 31))
    let after = HonoraireAmiableTests.honoraire(base, Jour(2014, 1, 1))
    let martinique = HonoraireAmiableTests.honoraire(base, Jour(2014, 1, 1), .antillesReunion)
    #expect([before, after, martinique].allSatisfy { $0.ht.cents == ht })
    #expect([before, after, martinique].map(\.ttc.cents) == [metropole2013, metropole2014, outreMer])
    #expect([before, after, martinique].allSatisfy { $0.ht + $0.tva == $0.ttc })
  }

  @Test("nothing recovered, nothing due; the least sum recovered owes the minimum (R059)")
  func nothing() {
    #expect(HonoraireAmiableTests.honoraire(.zero) == .zero)
    #expect(HonoraireAmiableTests.honoraire(Montant(cents: 1)).ht == .euros(6, 27))
  }

  @Test("the cap stands from the sum whose fee reaches it: 2 390,39 € owes 299,99 €")
  func cap() {
    #expect(HonoraireAmiableTests.honoraire(.euros(2390, 39)).ht == .euros(299, 99))
    #expect(HonoraireAmiableTests.honoraire(.euros(2390, 44)).ht == .euros(300))
  }

  @Test("until 13/06/2008: no minimum, and a cap of 140,00 €")
  func arrete2005() {
    #expect(HonoraireAmiableTests.honoraire(.euros(20), Jour(2008, 6, 13)).ht == .euros(2, 51))
    #expect(HonoraireAmiableTests.honoraire(.euros(20), Jour(2008, 6, 14)).ht == .euros(6, 27))
    #expect(HonoraireAmiableTests.honoraire(.euros(2000), Jour(2008, 6, 13)).ht == .euros(140))
    #expect(HonoraireAmiableTests.honoraire(.euros(2000), Jour(2008, 6, 14)).ht == .euros(251))
  }

  @Test(
    "the tax is that of the territory of the étude",
    arguments: [
      ("31", TerritoireFiscal.metropole), ("2A", .metropole), ("971", .antillesReunion), ("972", .antillesReunion),
      ("974", .antillesReunion), ("973", .guyaneMayotte), ("976", .guyaneMayotte), ("978", .collectivites),
    ])
  func territories(_ code: String, _ territoire: TerritoireFiscal) {
    #expect(TerritoireFiscal(Exemple.require(Departement(code))) == territoire)
  }

  @Test("no tax in Guyane and Mayotte: 100,00 € owe 12,55 €")
  func noTax() {
    let guyane = HonoraireAmiableTests.honoraire(.euros(100), Jour(2026, 3, 2), .guyaneMayotte)
    #expect(guyane == Honoraire(ht: .euros(12, 55), tva: .zero))
  }

  @Test("the explanation says the rate, the minimum and the arithmetic, and names its values")
  func explanation() {
    let small = HonoraireAmiable(surBase: .euros(20), le: Jour(2026, 3, 2), .metropole).explication
    #expect(
      small.calcul.map(plain) == [
        "12,55 % × 20,00 € = 2,51 €", "porté au minimum : 6,27 €", "6,27 € + TVA à 20 % = 7,52 €",
      ])
    #expect(small.valeurs.map(\.texte).map(plain) == ["12,55 %", "6,27 €", "300,00 €", "20 %"])
    #expect(!small.articles.contains { $0.texte == .arrete2008 } && small.valeurs[0].source.contains("arrêté"))
    #expect(!small.valeurs[3].verifiee)
    let large = HonoraireAmiable(surBase: .euros(5000), le: Jour(2026, 3, 2), .metropole).explication
    #expect(large.calcul.map(plain).contains("ramené au plafond : 300,00 €"))
  }
}

/// A French text with ordinary spaces.
func plain(_ texte: String) -> String {
  String(texte.map { $0 == "\u{A0}" || $0 == "\u{202F}" ? " " : $0 })
}
