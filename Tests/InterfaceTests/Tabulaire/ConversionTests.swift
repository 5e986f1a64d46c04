import Convention
import Testing

@testable import Interface

@Suite("Tabulaire — what cells become")
struct ConversionTests {
  private func cents(_ text: String) -> String? { try? MontantTabulaire.cents(text) }

  @Test(
    "amounts as people write them",
    arguments: [
      ("1 234,56 €", "123456"), ("1234.56", "123456"), ("1.234,56", "123456"), ("1,234.56", "123456"),
      ("1\u{202F}234,5", "123450"), ("1\u{A0}234\u{A0}€", "123400"), ("12 EUR", "1200"), ("0,05", "5"),
      (",5", "50"),
      ("5,", "500"), ("1.234.567,89", "123456789"), ("1.234.567", "123456700"), ("0", "0"), ("000,00", "0"),
      ("1'234,56", "123456"),
    ])
  func amounts(text: String, expected: String) { #expect(cents(text) == expected) }

  @Test(
    "amounts that could be two things, or none, are refused",
    arguments: [
      "1,234", "1.234", "-5", "5-", "(5)", "1,234,5", "12.34.56", "1,2,3", "1234,567,8", "abc", "", "€", ".",
      "1,555,",
      "1 234,567", "1e3", "١٢",
    ])
  func refusedAmounts(text: String) { #expect(cents(text) == nil) }

  @Test("the exact decimals of a workbook: three decimals ask for rounding, three digits are not ambiguous")
  func exactAmounts() {
    #expect((try? MontantTabulaire.cents(exact: "1234")) == "123400")
    #expect((try? MontantTabulaire.cents(exact: "64.1")) == "6410")
    #expect((try? MontantTabulaire.cents(exact: "0.01")) == "1")
    #expect((try? MontantTabulaire.cents(exact: "1.234")) == nil)
    #expect((try? MontantTabulaire.cents(exact: "-1")) == nil)
  }

  @Test(
    "days as people write them",
    arguments: [
      "02/03/2026", "2/3/2026", "02-03-2026", "2.3.2026", "2026-03-02", "20260302", "02/03/2026 00:00:00",
      "2026-03-02T10:00",
    ])
  func days(text: String) { #expect((try? DateTabulaire.jour(text)) == Jour(2026, 3, 2)) }

  @Test(
    "days that do not exist or hide their century are refused",
    arguments: [
      "30/02/2026", "29/02/2025", "02/03/26", "2026/03/02", "3/2026", "32/01/2026", "", "demain", "0/1/2026",
      "1/1/0000", "002/3/2026",
    ])
  func refusedDays(text: String) { #expect((try? DateTabulaire.jour(text)) == nil) }

  @Test(
    "texts lose what the format cannot write",
    arguments: [
      ("L’été\u{A0}– « chaud »", "L'été - « chaud »"), ("  a \r\n b\t ", "a b"), ("Cœur €", "Cœur €"),
      ("Łódź", "Lódz"),
      ("Ibrahimović", "Ibrahimovic"), ("e\u{301}", "é"), ("½", "1/2"), ("a\u{200B}b", "ab"), ("ﬁn", "fin"),
    ])
  func texts(text: String, expected: String) { #expect((try? TexteTabulaire.plain(text)) == expected) }

  @Test(
    "letters without a plain form are refused by their code", arguments: ["王", "Ж", "\u{1F600}", "\u{FFFD}"])
  func refusedTexts(text: String) {
    #expect(throws: FauteDeCellule.self) { try TexteTabulaire.plain(text) }
  }

  private func convert(
    _ valeur: Feuille.Valeur, _ nom: String, _ type: TypeDeChamp, _ longueur: Int,
    _ codes: [(String, String)] = []
  ) -> String? {
    let valeurs = codes.map { Liste.Valeur(code: $0.0, libelle: $0.1, exige: [], effet: nil) }
    let champ = Gabarit.ChampImporte(
      nom: nom, niveau: .titre, type: type, longueur: longueur, valeurs: valeurs, sens: "", obligatoire: false)
    return try? Conversion(champ: champ).convert(valeur)
  }

  @Test("codes come from their wording, in any case, and find their zeros again")
  func codes() {
    let list = [("01", "commune"), ("02", "département")]
    #expect(convert(.texte("Commune"), "type_collectivite", .code, 2, list) == "01")
    #expect(convert(.texte("DEPARTEMENT"), "type_collectivite", .code, 2, list) == "02")
    #expect(convert(.texte("2"), "type_collectivite", .code, 2, list) == "02")
    #expect(convert(.nombre("2"), "type_collectivite", .code, 2, list) == "02")
    #expect(convert(.texte("zz"), "type_collectivite", .code, 2, list) == "ZZ", "the reception judges it")
    #expect(convert(.texte("123 456 789 00012"), "siret_collectivite", .code, 14) == "12345678900012")
    #expect(convert(.nombre("1000"), "code_postal", .texte, 5) == "01000")
    #expect(convert(.texte("1000"), "code_postal", .texte, 5) == "1000", "the restoration judges it")
    #expect(convert(.nombre("612345678"), "telephone", .texte, 15) == "0612345678")
  }

  @Test("each type refuses what is not its own")
  func types() {
    #expect(convert(.jour(Jour(2026, 3, 2)), "a", .date, 8) == "20260302")
    #expect(convert(.nombre("46083"), "a", .date, 8) == nil, "a serial number not shown as a date")
    #expect(convert(.nombre("20260302"), "a", .date, 8) == "20260302")
    #expect(convert(.jour(Jour(2026, 3, 2)), "a", .montant, 12) == nil)
    #expect(convert(.texte("oui"), "a", .indicateur, 1) == "O")
    #expect(convert(.texte("peut-être"), "a", .indicateur, 1) == nil)
    #expect(convert(.texte("007"), "a", .entier, 3) == "7")
    #expect(convert(.texte("7,5"), "a", .entier, 3) == nil)
    #expect(convert(.erreur("#REF!"), "a", .texte, 9) == nil)
    #expect(convert(.texte("abc"), "a", .texte, 3) == "abc")
    #expect(convert(.texte("abcd"), "a", .texte, 3) == nil)
    #expect(convert(.nombre("9999999999.99"), "a", .montant, 12) == "999999999999")
    #expect(convert(.nombre("10000000000"), "a", .montant, 12) == nil)
  }

  @Test(
    "exact decimals survive rounding at fifteen digits",
    arguments: [
      ("999999999999999.9", "1000000000000000"), ("0.000000000000000000001", "0.000000000000000000001"),
      ("123456789012345678", "123456789012346000"), ("00012.3400", "12.34"), ("-0", "0"), ("1E-2", "0.01"),
      ("+5", "5"),
    ])
  func exactNumbers(text: String, expected: String) { #expect(NombreExact.read(text) == expected) }

  @Test(
    "what is no number is none",
    arguments: ["", "-", ".", "1.2.3", "1E", "E5", "1E999", "1E99", "--1", "0x10", "NaN"])
  func notNumbers(text: String) { #expect(NombreExact.read(text) == nil) }
}
