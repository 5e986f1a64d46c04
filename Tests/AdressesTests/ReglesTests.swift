import Adresses
import Convention
import Foundation
import Testing

/// Restores and sums up as `verdict;insee;code;candidates`.
private func restored(
  _ code: String, _ localite: String, ligne5: String = "", insee: String? = nil, pays: String? = nil
) throws -> String {
  let adresse = AdresseRecue(
    ligne5: ligne5, codePostal: code, localite: localite, codeInsee: insee, codePays: pays)
  return Cas.summary(try Embarque.referentiel.get().restaurer(adresse))
}

@Suite("R170 — règles de restauration")
struct ReglesTests {
  @Test(
    "the facts of the exchanged samples",
    arguments: [
      ("31770", "COLOMIERS", "OK;31149;31770;"), ("", "COLOMIERS", "CORRIGE;31149;31770;"),
      ("31600", "MURET", "OK;31395;31600;"), ("31500", "TOULOUSE", "OK;31555;31500;"),
      ("", "NPAI", "INTROUVABLE;;;"), ("  ", " ", "INTROUVABLE;;;"),
    ])
  func samples(code: String, localite: String, expected: String) throws {
    #expect(try restored(code, localite) == expected)
  }

  @Test(
    "Paris, Lyon, Marseille: the arrondissement however it is written",
    arguments: [
      ("", "PARIS 15", "CORRIGE;75115;75015;"), ("", "PARIS 15EME", "CORRIGE;75115;75015;"),
      ("", "Paris XVe arrdt", "CORRIGE;75115;75015;"), ("", "PARIS15", "CORRIGE;75115;75015;"),
      ("", "PARIS 15 E ARRONDISSEMENT", "CORRIGE;75115;75015;"), ("75 015", "PARIS", "CORRIGE;75115;75015;"),
      ("75015", "PARIS 15", "OK;75115;75015;"), ("", "LYON 3E ARRONDISSEMENT", "CORRIGE;69383;69003;"),
      ("", "MARSEILLE 08", "CORRIGE;13208;13008;"), ("75015", "PARIS CEDEX 15", "OK;75115;75015;"),
      ("75815", "PARIS CEDEX 15", "CORRIGE;75115;75015;"), ("75015", "PARSI", "CORRIGE;75115;75015;"),
      ("", "PARIS 16", "AMBIGU;75116;;75116"), ("75116", "PARIS 16", "OK;75116;75116;"),
      ("", "PARIS 20", "CORRIGE;75120;75020;"), ("", "PARIS 21", "AMBIGU;75056;;75056"),
      ("", "PARIS 0", "AMBIGU;75056;;75056"), ("", "MARSEILLE (13)", "AMBIGU;13055;;13055"),
      ("7500", "PARIS", "AMBIGU;75056;;75056"),
      ("75000", "PARIS", "AMBIGU;75056;;75056"), ("13000", "MARSEILLE", "AMBIGU;13055;;13055"),
      ("75012", "PARIS 13", "AMBIGU;75056;;75112|75113"), ("71150", "PARIS L HOPITAL", "OK;71343;71150;"),
    ])
  func arrondissements(code: String, localite: String, expected: String) throws {
    #expect(try restored(code, localite) == expected)
  }

  @Test("a foreign country, and the overseas territories that are not one")
  func countries() throws {
    #expect(try restored("1000", "BRUXELLES", pays: "BE") == "INTROUVABLE;;;")
    #expect(try restored("31770", "COLOMIERS", pays: "BE") == "INTROUVABLE;;;")
    #expect(try restored("31770", "COLOMIERS", pays: "FR") == "OK;31149;31770;")
    #expect(try restored("31770", "COLOMIERS", pays: "") == "OK;31149;31770;")
    #expect(try restored("97400", "ST DENIS", pays: "RE") == "OK;97411;97400;")
    #expect(try restored("98714", "PAPEETE", pays: "PF") == "OK;98735;98714;")
    #expect(try restored("20121", "MILANO") == "INTROUVABLE;;;")
    #expect(try restored("B-1000", "IXELLES") == "INTROUVABLE;;;")
    #expect(try restored("98000", "MONACO") == "INTROUVABLE;;;")
  }

  @Test("a bordering mark is no postal code of ours, the French one is")
  func marks() throws {
    #expect(try restored("F-31770", "COLOMIERS") == "CORRIGE;31149;31770;")
    #expect(try restored("FR 31770", "COLOMIERS") == "CORRIGE;31149;31770;")
    #expect(try restored("D-31770", "COLOMIERS") == "INTROUVABLE;;;")
    #expect(try restored("3177O", "COLOMIERS") == "CORRIGE;31149;31770;")
    #expect(try restored(" 31770 ", "COLOMIERS") == "OK;31149;31770;")
  }

  @Test("line 5 names the commune when the locality does not, and chooses among its codes")
  func ligne5() throws {
    #expect(try restored("", "", ligne5: "COLOMIERS") == "CORRIGE;31149;31770;")
    #expect(try restored("31770", "", ligne5: "31770 COLOMIERS") == "CORRIGE;31149;31770;")
    #expect(try restored("", "NPAI", ligne5: "31770 COLOMIERS") == "CORRIGE;31149;31770;")
    #expect(try restored("", "ANNECY") == "AMBIGU;74010;;74010")
    #expect(try restored("", "ANNECY", ligne5: "CRAN GEVRIER") == "CORRIGE;74010;74960;")
    #expect(try restored("", "ANNECY", ligne5: "COLOMIERS") == "AMBIGU;74010;;74010")
  }

  @Test("a code that slipped into line 4 or 5 is believed when the name goes with it")
  func codeEgare() throws {
    let referentiel = try Embarque.referentiel.get()
    func restored(_ ligne4: String, _ localite: String) -> String {
      Cas.summary(referentiel.restaurer(AdresseRecue(ligne4: ligne4, codePostal: "", localite: localite)))
    }
    #expect(restored("3 RUE BASSE 93200", "ST DENIS") == "CORRIGE;93066;93200;")
    #expect(restored("3 RUE BASSE 31770", "ST DENIS") == "AMBIGU;;;11339|30247|93066|97411")
    #expect(restored("3 RUE BASSE 31770 COLOMIERS", "") == "CORRIGE;31149;31770;")
    #expect(restored("3 RUE BASSE 31771 COLOMIERS", "") == "INTROUVABLE;;;")
  }

  @Test("the INSEE code received breaks a tie, and never overrules the name")
  func insee() throws {
    #expect(try restored("72440", "", insee: "72094") == "CORRIGE;72094;72440;")
    #expect(try restored("72440", "", insee: "31149") == (try restored("72440", "")))
    #expect(try restored("", "NAVES", insee: "81195") == "CORRIGE;81195;81710;")
    #expect(try restored("31770", "COLOMIERS", insee: "81195") == "OK;31149;31770;")
    #expect(try restored("", "ST DENIS", insee: "93066") == "AMBIGU;93066;;93066")
    #expect(try restored("", "PARIS", insee: "75115") == "CORRIGE;75115;75015;")
    #expect(try restored("", "NPAI", insee: "31149") == "INTROUVABLE;;;")
  }

  @Test("a département after the name chooses among homonyms")
  func departement() throws {
    #expect(try restored("", "NAVES (81)") == "CORRIGE;81195;81710;")
    #expect(try restored("", "COLOMIERS FRANCE") == "CORRIGE;31149;31770;")
  }

  @Test("CEDEX: the code is not the street's, unless it is")
  func cedex() throws {
    #expect(try restored("31776", "COLOMIERS CEDEX") == "CORRIGE;31149;31770;")
    #expect(try restored("31770", "COLOMIERS CEDEX") == "OK;31149;31770;")
    #expect(try restored("", "31776 COLOMIERS CEDEX 9") == "CORRIGE;31149;31770;")
    #expect(try restored("93205", "ST DENIS CEDEX") == "AMBIGU;93066;;93066")
    #expect(try restored("31776", "BP 20123 COLOMIERS CEDEX") == "CORRIGE;31149;31770;")
    #expect(try restored("67920", "VILLE CEDEX 5") == "CORRIGE;67507;67220;")
    #expect(try restored("75738", "PARIS", ligne5: "CEDEX 15") == "CORRIGE;75115;75015;")
    #expect(try restored("92042", "PARIS LA DEFENSE CEDEX") == "AMBIGU;;;92026|92050|92062")
    #expect(try restored("31706", "BLAGNAC CEDEX", ligne5: "LE RITOURET") == "CORRIGE;31069;31700;")
    #expect(try restored("31706", "BLAGNAC CEDEX", ligne5: "COLOMIERS") == "AMBIGU;;;31069|31149")
  }

  @Test("an unknown place under a code in use: the code stands, the commune does not")
  func unknownPlace() throws {
    let restauration = try Embarque.referentiel.get()
      .restaurer(AdresseRecue(codePostal: "31770", localite: "LIEU DIT QUERCYNOL"))
    #expect(restauration.verdict == .ambigu)
    #expect(restauration.insee == nil)
    #expect(restauration.codesPossibles.map(\.texte) == ["31770"])
  }

  @Test("code and name that contradict each other wait for a person, with what each means")
  func contradiction() throws {
    let restauration = try Embarque.referentiel.get()
      .restaurer(AdresseRecue(codePostal: "01830", localite: "BOSSEY"))
    #expect(restauration.verdict == .ambigu)
    #expect(restauration.codePostal == nil)
    #expect(Set(restauration.codesPossibles.map(\.texte)).isSuperset(of: ["01380", "74160"]))
  }

  @Test("whatever is typed gets an answer, and its codes are sorted and each once")
  func garbage() throws {
    let referentiel = try Embarque.referentiel.get()
    var hasard = Hasard(state: 31)
    let alphabet = Array("ABCDEILNOPRSTU 0123456789-'’.,&éÈœ\u{301}/()ß中🏠")
    func text(_ longest: Int) -> String {
      String(
        (0..<Int.random(in: 0...longest, using: &hasard)).compactMap { _ in alphabet.randomElement(using: &hasard) })
    }
    for _ in 0..<3000 {
      let adresse = AdresseRecue(
        ligne4: text(10), ligne5: text(38), codePostal: text(7), localite: text(80), codeInsee: text(5))
      let codes = referentiel.restaurer(adresse).codesPossibles
      #expect(codes == Set(codes).sorted())
    }
  }
}
