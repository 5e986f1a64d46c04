import Foundation
import Testing

@testable import CentreServeur

@Suite("documents, sommes, recapitulatifs")
struct RapportsTests {
  private func centre() async throws -> Essai {
    let essai = try await Essai.avecReferentiel()
    _ = await essai.run("recevoir", Echantillon.chemin("aller-correct.txt"), jour: "2026-03-02")
    _ = await essai.run("recevoir", Echantillon.chemin("etude.txt"), jour: "2026-03-04")
    return essai
  }

  @Test(
    "a document is handed in once, listed, verified, written out; another's does not exist, what is no PDF is refused")
  func documents() async throws {
    let essai = try await centre()
    let pdf = try essai.write("%PDF-1.4\n%%EOF\n", "pv.pdf")
    let first = try await essai.run("documents", "deposer", "DEM2026-000103", pdf, "--json", jour: "2026-03-04").objet()
    let again = try await essai.run("documents", "deposer", "DEM2026-000103", pdf, "--json", jour: "2026-03-04").objet()
    #expect(first["document"] as? Int == 1 && again["document"] as? Int == 1)
    let listed = try await essai.run("documents", "lister", "DEM2026-000103", "--json", jour: "2026-03-04").objet()
    #expect((listed["remis"] as? [Any])?.count == 1)
    let out = essai.chemin("copie.pdf")
    #expect(await essai.run("documents", "extraire", "1", "--sortie", out).code == 0)
    #expect(try Data(contentsOf: URL(fileURLWithPath: out)) == Data(contentsOf: URL(fileURLWithPath: pdf)))
    #expect(await essai.run("documents", "extraire", "1", "--sortie", out).code == 3)
    #expect(
      await essai.run("documents", "extraire", "1", "--sortie", essai.chemin("x"), "--pour", "etude:E3102").code == 1)
    #expect(await essai.run("documents", "verifier").code == 0)
    let text = try essai.write("texte", "note.txt")
    #expect(await essai.run("documents", "deposer", "DEM2026-000103", text, jour: "2026-03-04").code == 1)
    #expect(await essai.run("documents", "lister", "DEM0").code == 1)
  }

  @Test("a file changed on the disk is named by the verification, code 1")
  func altered() async throws {
    let essai = try await centre()
    let pdf = try essai.write("%PDF-1.4\n%%EOF\n", "pv.pdf")
    let document = try await essai.run("documents", "deposer", "DEM2026-000103", pdf, "--json", jour: "2026-03-04")
      .objet()
    let sha256 = try #require(document["sha256"] as? String)
    let file = essai.chemin("echanges/documents/\(sha256.prefix(2))/\(sha256).pdf")
    try Data("%PDF-1.4\n%%EOX\n".utf8).write(to: URL(fileURLWithPath: file))
    let verdict = await essai.run("documents", "verifier", "--json")
    #expect(verdict.code == 1)
    #expect((try verdict.objet()["fautes"] as? [String])?.count == 1)
  }

  @Test("sums are told with their totals, in cents; the national scope sees none")
  func sommes() async throws {
    let essai = try await centre()
    let listed = try await essai.run("sommes", "lister", "--etude", "E3101", "--json", jour: "2026-03-04").objet()
    let sommes = try #require(listed["sommes"] as? [[String: Any]])
    let totaux = try #require(listed["totaux"] as? [[String: Any]])
    #expect(totaux.compactMap { $0["nombre"] as? Int }.reduce(0, +) == sommes.count)
    #expect(try await essai.run("sommes", "retards", "--json", jour: "2026-03-04").liste().isEmpty)
    let late = try await essai.run("sommes", "retards", "--etude", "E3101", "--json", jour: "2026-12-31").liste()
    // A cheque may have been handed over meanwhile.
    #expect(late.count <= sommes.count)
    #expect(late.allSatisfy { ($0["reste_jours"] as? Int ?? 0) < 0 })
    #expect(await essai.run("sommes", "lister", "--pour", "national").code == 1)
    #expect(await essai.run("sommes", "lister", "--etude", "e").code == 2)
  }

  @Test("states are due by contract; one that is not due is refused, one that does not exist too")
  func recapitulatifs() async throws {
    let essai = try await centre()
    #expect(await essai.run("recapitulatifs", "dus", "--json", jour: "2026-03-04").code == 0)
    let refused = await essai.run(
      "recapitulatifs", "arreter", "--etude", "E3101", "--poste", "031012", "--phase", "C", "--du", "2026-01-01",
      "--au",
      "2026-02-01", jour: "2026-03-04")
    #expect(refused.code == 1 && refused.avertissements.contains("R-135"))
    #expect(await essai.run("recapitulatifs", "voir", "E3101-031012-C-20260101-20261231").code == 1)
    #expect(await essai.run("recapitulatifs", "signer", "X", "--etude", "E3101", jour: "2026-03-04").code == 1)
    #expect(
      await essai.run(
        "recapitulatifs", "arreter", "--etude", "E3101", "--poste", "031012", "--phase", "X", "--du", "2026-01-01",
        "--au", "2026-02-01"
      ).code == 2)
  }

  @Test("an option of size out of 1 to 50 Mo is a wrong configuration")
  func maximum() async throws {
    let essai = try Essai()
    for (texte, code) in [("0", 2), ("1", 0), ("50", 0), ("51", 2), ("x", 2)] as [(String, Int32)] {
      essai.environnement["CENTRE_SERVEUR_DOCUMENTS_MAXIMUM"] = texte
      #expect(await essai.run("configuration").code == code, "\(texte)")
    }
  }
}
