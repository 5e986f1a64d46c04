import Foundation
import Testing

@testable import CentreServeur

@Suite("incidents, formations, declaration, sollicitations, devoirs")
struct DevoirsTests {
  private func centre() async throws -> Essai {
    let essai = try await Essai.avecReferentiel()
    let fichier = try essai.write(
      """
      courriel_cl1a: "cl1a@dgfip.example"
      directions:
        - {departement: "31", courriel: "ddfip31@dgfip.example"}
      postes:
        - {codique: "031012", libelle: "SGC DE COLOMIERS", courriel_generique: "t031012@dgfip.example"}
      """, "correspondants.yaml")
    let done = await essai.run("acteurs", "importer", fichier, jour: "2026-03-02")
    try #require(done.code == 0, "\(done.avertissements)")
    return essai
  }

  @Test("a fault from its detection to its closing; each act says what it did, and what is refused says why")
  func life() async throws {
    let essai = try await centre()
    let found = await essai.run(
      "incidents", "detecter", "--nature", "disponibilite", "--depuis", "2026-03-02T18:00", "--description", "panne",
      "--poste", "031012", "--json", jour: "2026-03-02")
    #expect(found.code == 0, "\(found.avertissements)")
    #expect(try found.objet()["cle"] as? String == "D-2026-001")
    #expect(FileManager.default.fileExists(atPath: essai.chemin("echanges/courriels/avis-D-2026-001-poste-031012.eml")))
    #expect(await essai.run("incidents", "clore", "D-2026-001", jour: "2026-03-02").code == 1)
    let late = await essai.run("devoirs", "lister", jour: "2026-03-05")
    #expect(late.sortie.contains("aviser le bureau CL1A") && late.sortie.contains("DÉPASSÉ"))
    for words in [
      ["action", "D-2026-001", "--texte", "redémarrage"], ["aviser", "D-2026-001"],
      ["plan", "D-2026-001", "--texte", "reprise"], ["retablir", "D-2026-001"],
      ["qualifier", "D-2026-001", "--cause", "centre", "--constat", "disque"], ["clore", "D-2026-001"],
    ] {
      let done = await essai.programme(["incidents"] + words + essai.lieu + ["--jour", "2026-03-05"])
      #expect(done.code == 0, "\(words[0]): \(done.avertissements)")
    }
    let shown = await essai.run("incidents", "voir", "D-2026-001", jour: "2026-03-05")
    #expect(shown.sortie.contains("SHA-256") && shown.sortie.contains("imputable au centre serveur"))
    #expect(
      await essai.run("incidents", "voir", "D-2026-001", "--pour", "poste:031020", jour: "2026-03-05").code == 1)
    let month = try await essai.run("incidents", "disponibilite", "--mois", "2026-03", "--json", jour: "2026-03-05")
      .objet()
    #expect((month["minutes_arret"] as? Int ?? 0) > 0)
  }

  @Test("the exploitant alone reads whom else a dysfunction concerns, and by when CL1A must be told (R087)")
  func scopes() async throws {
    let essai = try await centre()
    let found = await essai.run(
      "incidents", "detecter", "--nature", "qualite", "--description", "retours", "--poste", "031012", "--poste",
      "031020", jour: "2026-03-02")
    #expect(found.code == 0, "\(found.avertissements)")
    for words in [["voir", "D-2026-001"], ["lister"]] {
      let all = ["incidents"] + words + essai.lieu + ["--jour", "2026-03-02"]
      let whole = await essai.programme(all + ["--json"]).sortie
      #expect(whole.contains("031020") && whole.contains("limite_cl1a"), "\(words)")
      for form in [[], ["--json"]] {
        let seen = await essai.programme(all + ["--pour", "poste:031012"] + form)
        #expect(seen.code == 0 && seen.sortie.contains("D-2026-001"), "\(words)")
        #expect(!seen.sortie.contains("031020") && !seen.sortie.lowercased().contains("cl1a"), "\(words) \(form)")
      }
    }
    #expect(await essai.run("incidents", "voir", "D-2026-001", jour: "2026-03-02").sortie.contains("bureau CL1A"))
  }

  @Test("what is malformed is 2, what does not exist is 1")
  func refused() async throws {
    let essai = try await centre()
    for (words, code) in [
      (["incidents", "voir", "D-9"], Int32(1)), (["incidents", "detecter", "--nature", "x", "--description", "y"], 2),
      (["incidents", "prevoir", "--du", "demain", "--au", "2026-03-03T10:00", "--motif", "m", "--tous"], 2),
      (["incidents", "detecter", "--nature", "qualite", "--description", "y"], 1),
      (["declaration", "voir"], 1), (["guides", "ajouter", "1", "--nouveautes", "x"], 1),
      (["sollicitations", "repondre", "A-9", "--texte", "x"], 1), (["formations", "cloturer", "F-9"], 1),
      (["devoirs", "rapport", "--du", "2026-03-02", "--au", "2026-03-01"], 2),
    ] as [([String], Int32)] {
      #expect(
        await essai.programme(words + essai.lieu + ["--jour", "2026-03-02"]).code == code,
        "\(words.joined(separator: " "))")
    }
  }

  @Test("the sheet, the guide, the contact and the code of a poste; what lacks is listed")
  func means() async throws {
    let essai = try await centre()
    for words in [
      ["declaration", "deposer", "--effectifs", "trois"], ["declaration", "prerequis", "1", "--texte", "navigateur"],
      ["declaration", "contact", "--referent", "C. M.", "--telephone", "05", "--courriel", "c@x.example"],
      ["declaration", "eprouver", "031012"], ["guides", "ajouter", "3.1", "--nouveautes", "aide"],
    ] {
      let done = await essai.programme(words + essai.lieu + ["--jour", "2026-03-02"])
      #expect(done.code == 0, "\(words.joined(separator: " ")): \(done.avertissements)")
    }
    #expect(
      FileManager.default.fileExists(atPath: essai.chemin("echanges/courriels/epreuve-031012-2026-03-02.eml")))
    let missing = try await essai.run("declaration", "manques", "--json", jour: "2026-03-02").objet()
    #expect((missing["rubriques"] as? [String])?.contains("telephonie") == true)
    #expect((missing["postes_sans_epreuve"] as? [String])?.contains("031012") == true)
    #expect(await essai.run("guides", "lister", jour: "2026-03-02").sortie.contains("3.1"))
  }

  @Test("the verification of a poste's environment is seen with the declaration, under its prerequisites (R097)")
  func environment() async throws {
    let essai = try await centre()
    for words in [
      ["deposer", "--effectifs", "trois"], ["prerequis", "1", "--texte", "navigateur"],
      ["verifier", "031012", "--constat", "navigateur de 2019", "--non-conforme"],
    ] {
      let done = await essai.programme(["declaration"] + words + essai.lieu + ["--jour", "2026-03-02"])
      #expect(done.code == 0, "\(words[0]): \(done.avertissements)")
    }
    let seen = await essai.run("declaration", "voir", jour: "2026-03-02").sortie
    #expect(seen.contains("Poste 031012, vérification du 02/03/2026 selon les prérequis 1 du 02/03/2026 : "))
    #expect(seen.contains("non conforme : navigateur de 2019"))
    let found = try await essai.run("declaration", "voir", "--json", jour: "2026-03-02").objet()
    let verifications = try #require(found["verifications"] as? [[String: Any]])
    #expect(verifications.map { $0["poste"] as? String } == ["031012"])
    #expect(verifications.first?["conforme"] as? Bool == false)
  }

  @Test("a training is planned, held, closed with its guide, and its poste is no longer among those without")
  func training() async throws {
    let essai = try await centre()
    let planned = try await essai.run(
      "formations", "prevoir", "--le", "2026-03-02", "--departement", "31", "--poste", "031012", "--lieu", "Toulouse",
      "--json", jour: "2026-03-02"
    ).objet()
    let cle = try #require(planned["cle"] as? String)
    for words in [
      ["noter", cle, "--le", "2026-03-02", "--present", "031012=2"], ["cloturer", cle, "--guide", "3.1"],
    ] {
      let done = await essai.programme(["formations"] + words + essai.lieu + ["--jour", "2026-03-02"])
      #expect(done.code == 0, "\(words[0]): \(done.avertissements)")
    }
    #expect(!(await essai.run("formations", "postes-sans", jour: "2026-03-02").sortie.contains("031012")))
    #expect(await essai.run("formations", "lister", jour: "2026-03-02").sortie.contains("CLOSE"))
  }
}
