import Foundation
import Testing

@testable import CentreServeur

@Suite("format, referentiel, registre, preuve, tableur")
struct OutilsTests {
  @Test(
    "decoder shows every kind of file as the samples say",
    arguments: ["aller-correct", "aller-etude", "etude", "imputation"])
  func decode(_ name: String) async throws {
    let result = try await Essai().run("format", "decoder", Echantillon.chemin("\(name).txt"))
    #expect(result.code == 0)
    let expected = try Echantillon.objet("\(name).expected.json")
    #expect(Echantillon.texte(try result.objet()["contenu"]) == Echantillon.texte(expected["contenu"]))
  }

  @Test("a file of an unknown version is refused with a sentence; a table out of service too")
  func unknown() async throws {
    let essai = try Essai()
    #expect(await essai.run("format", "decoder", Echantillon.chemin("aller-version-inconnue.txt")).code == 1)
    let result = await essai.run("format", "decrire", "3")
    #expect(result.code == 1)
    #expect(result.avertissements == "La version 3 n’est pas en service ; en service : 1, 2.\n")
  }

  @Test(
    "controler says what a file says by itself: nothing, the records rejected by code, a file cut before its trailer")
  func control() async throws {
    let essai = try Essai()
    let good = await essai.run("format", "controler", Echantillon.chemin("aller-correct.txt"), jour: "2026-03-02")
    #expect(good.code == 0 && good.sortie.hasSuffix("0 rejet.\n"))
    let faulty = await essai.run(
      "format", "controler", Echantillon.chemin("aller-defauts.txt"), "--json", jour: "2026-03-03")
    #expect(faulty.code == 1)
    #expect(
      try faulty.objet()["codes"] as? [String: Int] == ["101": 1, "104": 1, "201": 1, "203": 1, "206": 1, "310": 1])
    let whole = try String(contentsOfFile: Echantillon.chemin("aller-correct.txt"), encoding: .isoLatin1)
    let cut = whole.split(separator: "\n").dropLast().map { $0 + "\n" }.joined()
    try cut.data(using: .isoLatin1)?.write(to: URL(fileURLWithPath: essai.chemin("cut.txt")))
    let incomplete = await essai.run("format", "controler", essai.chemin("cut.txt"), jour: "2026-03-02")
    #expect(incomplete.code == 1 && incomplete.sortie.contains("  009  fichier : aucun en-queue"))
    let unknown = await essai.run("format", "controler", Echantillon.chemin("aller-version-inconnue.txt"))
    #expect(unknown.code == 1 && unknown.avertissements.contains("aucune table pour la version"))
  }

  @Test("the documentation is printed in text, or written in HTML")
  func describe() async throws {
    let essai = try Essai()
    #expect(await essai.run("format", "decrire", "1").sortie.hasPrefix("Format d'interface CSHUIS, version 1\n"))
    #expect(await essai.run("format", "decrire", "1", "--html", "--sortie", essai.chemin("f.html")).code == 0)
    #expect(try String(contentsOfFile: essai.chemin("f.html"), encoding: .utf8).contains("<html"))
  }

  @Test("a folder of tables replaces the program's; a faulty table is refused with its place, a missing folder is 2")
  func tables() async throws {
    let essai = try Essai()
    try FileManager.default.createDirectory(atPath: essai.chemin("tables"), withIntermediateDirectories: true)
    _ = try essai.write("format: CSHUIS\nversion: 3\n", "tables/format-3.yaml")
    let verified = await essai.run("format", "verifier", "--formats", essai.chemin("tables"))
    #expect(verified.code == 1 && verified.sortie.hasPrefix("Refusée — format-3.yaml"))
    let listed = await essai.run("format", "lister", "--formats", essai.chemin("tables"))
    #expect(listed.code == 0 && listed.sortie == "Aucune table en service.\n")
    #expect(listed.avertissements.hasPrefix("Table de format refusée : format-3.yaml"))
    #expect(await essai.run("format", "lister", "--formats", essai.chemin("absent")).code == 2)
    #expect(await essai.run("format", "verifier").code == 0)
  }

  @Test("restored addresses have the seven keys, in the order of the file")
  func addresses() async throws {
    let essai = try Essai()
    let csv = "id,ligne4,ligne5,code_postal,commune,note\n7,1 RUE X,,,COLOMIERS,a\n08,,,31700,COLOMIER,b\n"
    let list = try await essai.run("referentiel", "restaurer", try essai.write(csv, "a.csv"), "--json").liste()
    #expect(list.map { $0["id"] as? String } == ["7", "08"])
    #expect(
      list.allSatisfy { Set($0.keys) == ["id", "verdict", "code_postal", "insee", "commune", "candidats", "raison"] })
    #expect(list[0]["verdict"] as? String == "CORRIGE" && list[0]["code_postal"] as? String == "31770")
    let wrong = await essai.run("referentiel", "restaurer", try essai.write("id;ville\n1;X\n", "b.csv"), "--json")
    #expect(wrong.code == 1)
    #expect(wrong.avertissements.hasSuffix("il manque la colonne code_postal, commune.\n"))
    #expect(await essai.run("referentiel", "informations").sortie.contains("Licence Ouverte"))
  }

  @Test("the base is sealed, verified, extracted and rebuilt; a flipped byte of an extract is found")
  func evidence() async throws {
    let essai = try await Essai.avecReferentiel()
    _ = await essai.run("recevoir", Echantillon.chemin("aller-correct.txt"), jour: "2026-03-02")
    let sealed = try await essai.run("preuve", "sceller", "--json", jour: "2026-03-02").objet()
    #expect(sealed["nouveau"] as? Bool == true)
    #expect(try await essai.run("preuve", "verifier", "--json").objet()["verifie"] as? Bool == true)
    let extract = essai.chemin("p.json")
    #expect(await essai.run("preuve", "extraire", "DEM2026-000101", "--sortie", extract).code == 0)
    #expect(await essai.run("preuve", "verifier", extract).code == 0)
    let text = try String(contentsOfFile: extract, encoding: .utf8)
    let place = try #require(text.range(of: "\"rang\":1,"))
    _ = try essai.write(text.replacingCharacters(in: place, with: "\"rang\":7,"), "q.json")
    let damaged = await essai.run("preuve", "verifier", essai.chemin("q.json"))
    #expect(damaged.code == 1 && damaged.sortie.contains("NON VÉRIFIÉ"))
    #expect(await essai.run("preuve", "exporter", essai.chemin("j.jsonl")).code == 0)
    #expect(await essai.run("preuve", "verifier", essai.chemin("j.jsonl")).code == 0)
    #expect(await essai.run("preuve", "verifier", Echantillon.chemin("etude.txt")).code == 1)
    let rebuilt = try await essai.run("registre", "reconstruire", "--json").objet()
    #expect(rebuilt["identique"] as? Bool == true && rebuilt["dossiers"] as? Int == 3)
  }

  @Test("the spreadsheet model is written once, then imported for a poste; an unknown poste is refused")
  func spreadsheet() async throws {
    let essai = try await Essai.avecReferentiel()
    #expect(await essai.run("tableur", "modele", essai.chemin("m.xlsx")).code == 0)
    #expect(await essai.run("tableur", "modele", essai.chemin("m.xlsx")).code == 1)
    #expect(await essai.run("tableur", "modele", essai.chemin("m.ods")).code == 2)
    let empty = await essai.run("tableur", "importer", essai.chemin("m.xlsx"), "--poste", "031012", jour: "2026-03-02")
    #expect(empty.code == 0 && empty.sortie.contains("0 demande acceptée"))
    #expect(
      await essai.run("tableur", "importer", essai.chemin("m.xlsx"), "--poste", "031777", jour: "2026-03-02").code == 1)
    #expect(
      await essai.run("tableur", "importer", essai.chemin("m.xlsx"), "--poste", "X", jour: "2026-03-02").code == 2)
  }
}
