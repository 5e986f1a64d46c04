import Testing

@testable import Interface

/// A field of a sample's line set to a value, and what must come of it (nil: nothing).
struct CasDeChamp: Sendable, CustomTestStringConvertible {
  let nom: String
  let ligne: Int
  let champ: String
  let valeur: String
  let rejet: String?
  init(_ nom: String, _ ligne: Int, _ champ: String, _ valeur: String, _ rejet: String?) {
    (self.nom, self.ligne, self.champ, self.valeur, self.rejet) = (nom, ligne, champ, valeur, rejet)
  }
  var testDescription: String { "\(champ) = « \(valeur) » : \(rejet ?? "accepté")" }

  func check() throws {
    let rejets = try Fabrique.rejets(nom) { try $0.set(ligne, champ, valeur) }
    #expect(rejets == (rejet.map { ["\(ligne):\($0)"] } ?? []))
  }
}

@Suite("Checks — the fields (2xx)")
struct ChampsTests {
  @Test(
    "201: a mandatory field, by itself or by the value of another",
    arguments: [
      CasDeChamp("aller-correct", 3, "nom", "", "201"), CasDeChamp("aller-correct", 3, "nom", " X", nil),
      CasDeChamp("aller-correct", 12, "mesure_demandee", "", "201"),
      CasDeChamp("aller-correct", 11, "montant", "", "201"),
      CasDeChamp("aller-correct", 15, "localite", "", "201"),
      CasDeChamp("aller-correct", 3, "localite", "", nil), CasDeChamp("aller-correct", 3, "code_postal", "", nil),
      CasDeChamp("aller-correct", 8, "localite", "", "201"),
      CasDeChamp("aller-correct", 7, "ouverture_forcee", "N", nil),
      CasDeChamp("aller-correct", 7, "ouverture_forcee", "O", nil),
    ])
  func mandatory(cas: CasDeChamp) throws {
    guard cas.valeur == "O" else { return try cas.check() }
    // O exige reference_ouverture et date_ouverture : le rejet nomme le plus à gauche des deux.
    var fabrique = try Fabrique(cas.nom)
    try fabrique.set(cas.ligne, cas.champ, cas.valeur)
    #expect(try fabrique.read().rejets.map(\.description) == ["7 10 D 201 reference_ouverture -"])
  }

  @Test(
    "202, 203: digits over the whole width, nothing else",
    arguments: [
      CasDeChamp("aller-correct", 5, "rang_titre", "001", nil),
      CasDeChamp("aller-correct", 5, "rang_titre", "1", "202"),
      CasDeChamp("aller-correct", 5, "rang_titre", " 01", "202"),
      CasDeChamp("aller-correct", 5, "rang_titre", "+01", "202"),
      CasDeChamp("aller-correct", 5, "montant_initial", "000000012340", nil),
      CasDeChamp("aller-correct", 5, "montant_initial", "-00000012340", "203"),
      CasDeChamp("aller-correct", 5, "montant_initial", "00000123,40", "203"),
      CasDeChamp("aller-correct", 5, "montant_initial", "12340", "203"),
      CasDeChamp("aller-correct", 5, "montant_initial", "       12340", "203"),
    ])
  func numbers(cas: CasDeChamp) throws { try cas.check() }

  @Test(
    "204: a day that exists, from 1900 to 2099; zeros are no day",
    arguments: [
      CasDeChamp("aller-correct", 3, "date_naissance", "19000101", nil),
      CasDeChamp("aller-correct", 3, "date_naissance", "18991231", "204"),
      CasDeChamp("aller-correct", 3, "date_naissance", "20991231", nil),
      CasDeChamp("aller-correct", 3, "date_naissance", "21000101", "204"),
      CasDeChamp("aller-correct", 3, "date_naissance", "20240229", nil),
      CasDeChamp("aller-correct", 3, "date_naissance", "20230229", "204"),
      CasDeChamp("aller-correct", 3, "date_naissance", "19000229", "204"),
      CasDeChamp("aller-correct", 3, "date_naissance", "20000229", nil),
      CasDeChamp("aller-correct", 3, "date_naissance", "20230431", "204"),
      CasDeChamp("aller-correct", 3, "date_naissance", "20230430", nil),
      CasDeChamp("aller-correct", 3, "date_naissance", "20231301", "204"),
      CasDeChamp("aller-correct", 3, "date_naissance", "20230001", "204"),
      CasDeChamp("aller-correct", 3, "date_naissance", "20230100", "204"),
      CasDeChamp("aller-correct", 3, "date_naissance", "00000000", "204"),
      CasDeChamp("aller-correct", 3, "date_naissance", "2023010", "204"),
    ])
  func days(cas: CasDeChamp) throws { try cas.check() }

  @Test(
    "205: an instant with its offset",
    arguments: [
      CasDeChamp("etude-fins", 2, "horodatage_action", "20260420235959+0200", nil),
      CasDeChamp("etude-fins", 2, "horodatage_action", "20260420240000+0200", "205"),
      CasDeChamp("etude-fins", 2, "horodatage_action", "20260420236000+0200", "205"),
      CasDeChamp("etude-fins", 2, "horodatage_action", "20260420235960+0200", "205"),
      CasDeChamp("etude-fins", 2, "horodatage_action", "20260431235959+0200", "205"),
      CasDeChamp("etude-fins", 2, "horodatage_action", "20260420111500-0400", nil),
      CasDeChamp("etude-fins", 2, "horodatage_action", "20260420111500 0200", "205"),
      CasDeChamp("etude-fins", 2, "horodatage_action", "20260420111500", "205"),
      CasDeChamp("etude-fins", 2, "horodatage_action", "20260420111500+0260", "205"),
    ])
  func instants(cas: CasDeChamp) throws { try cas.check() }

  @Test(
    "206: closed lists, marks and signs; a leading blank is a fault",
    arguments: [
      CasDeChamp("aller-correct", 2, "categorie_creance", "EPS", nil),
      CasDeChamp("aller-correct", 2, "categorie_creance", "EPX", "206"),
      CasDeChamp("aller-correct", 2, "categorie_creance", " EP", "206"),
      CasDeChamp("aller-correct", 3, "civilite", "M", nil), CasDeChamp("aller-correct", 3, "civilite", " M", "206"),
      CasDeChamp("aller-correct", 3, "civilite", "MM", "206"),
      CasDeChamp("etude-fins", 3, "solde", "N", nil), CasDeChamp("etude-fins", 3, "solde", "X", "206"),
      CasDeChamp("etude-fins", 3, "sens", "+", nil), CasDeChamp("etude-fins", 3, "sens", "*", "206"),
      CasDeChamp("aller-correct", 7, "ouverture_forcee", "X", "206"),
    ])
  func lists(cas: CasDeChamp) throws { try cas.check() }

  @Test(
    "207: patterns and ceilings",
    arguments: [
      CasDeChamp("aller-correct", 3, "code_insee", "2A004", nil),
      CasDeChamp("aller-correct", 3, "code_insee", "2C004", "207"),
      CasDeChamp("aller-correct", 3, "code_insee", "3114", "207"),
      CasDeChamp("aller-correct", 3, "code_insee", " 3114", "207"),
      CasDeChamp("aller-correct", 5, "exercice", "1899", "207"),
      CasDeChamp("aller-correct", 5, "exercice", "2099", nil),
      CasDeChamp("aller-correct", 2, "codique_poste", "02A123", nil),
      CasDeChamp("aller-correct", 2, "codique_poste", "02C123", "207"),
      CasDeChamp("aller-correct", 2, "codique_poste", "03101", "207"),
      CasDeChamp("etude-fins", 2, "numero_message", "8999999999", nil),
      CasDeChamp("etude-fins", 2, "numero_message", "9000000000", "207"),
      CasDeChamp("etude-fins", 3, "numero_encaissement", "S", nil),
      CasDeChamp("etude-fins", 3, "numero_encaissement", "S12", nil),
      CasDeChamp("etude-fins", 3, "numero_encaissement", "S-12", "207"),
    ])
  func patterns(cas: CasDeChamp) throws { try cas.check() }

  @Test(
    "209: check digits of a SIRET, of a SIREN, of the post office; other kinds of identifier have none",
    arguments: [
      ("01", "20000077600019", false), ("01", "20000077600018", true), ("01", "2000007760001", true),
      ("01", "35600000000048", false), ("01", "35600000049837", false), ("01", "35600000000049", true),
      ("02", "356000000", false), ("02", "356000001", true), ("02", "20000077600019", true), ("03", "310000001", false),
      ("", "12", false),
    ])
  func keys(kind: String, identifier: String, isWrong: Bool) throws {
    let rejets = try Fabrique.rejets("aller-correct") {
      try $0.set(13, "type_identifiant", kind)
      try $0.set(13, "identifiant", identifier)
    }
    #expect(rejets == (isWrong ? ["13:209"] : []))
  }

  @Test("209 after 207: a pattern and a key on the same field give the smaller code")
  func patternBeforeKey() throws {
    try Fabrique.check("aller-correct", ["5:207"]) { try $0.set(5, "siret_collectivite", "2000000240001") }
    try Fabrique.check("aller-correct", ["5:209"]) { try $0.set(5, "siret_collectivite", "20000002400015") }
  }

  @Test("801: an unknown kind of debt reads AUT, with a warning and no reject")
  func replaced() throws {
    var fabrique = try Fabrique("aller-correct")
    try fabrique.set(5, "nature_creance", "ZZZ")
    let lecture = try fabrique.read()
    #expect(lecture.rejets == [])
    #expect(lecture.avertissements == ["5:801"])
    let (examen, source) = try Examen.of(fabrique.octets)
    let controleur = try #require(try Controleur(examen.ouverture, source))
    var monde = MondeFerme()
    #expect(try controleur.advance(&monde))
    let titre = controleur.groupe[3]
    let champ = try #require(titre.type?.champ("nature_creance"))
    #expect(titre.texte(champ) == "AUT")
    #expect(titre.valeurBrute(champ) == "ZZZ")
    #expect(controleur.groupe[4].texte("nature_creance") == "CAN")
  }

  @Test("one reject a record: the smallest code, then the leftmost field")
  func precedence() throws {
    var fabrique = try Fabrique("aller-correct")
    try fabrique.set(5, "montant_initial", "X")
    try fabrique.set(5, "exercice", "1800")
    #expect(try fabrique.read().rejets.map(\.description) == ["5 30 D 203 montant_initial X"])
    try fabrique.set(5, "reste_du", "Y")
    #expect(try fabrique.read().rejets.map(\.champ) == ["montant_initial"])
    try fabrique.set(5, "libelle_collectivite", "")
    #expect(try fabrique.read().rejets.map(\.description) == ["5 30 D 201 libelle_collectivite -"])
    fabrique.setByte(5, 300, 0x07)
    #expect(try fabrique.read().resume == ["5:103"])
  }
}
