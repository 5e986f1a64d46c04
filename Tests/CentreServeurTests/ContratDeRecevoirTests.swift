import Foundation
import Testing

@testable import CentreServeur

@Suite("recevoir --json : le contrat des scripts")
struct ContratDeRecevoirTests {
  private struct Etape {
    let fichier: String
    let jour: String
    let statut: String
    let code: Any
    let acceptees: Int
    let rejetees: Int
    let rejets: String

    init(_ json: [String: Any]) throws {
      fichier = try #require(json["fichier_recu"] as? String)
      jour = try #require(json["jour"] as? String)
      statut = try #require(json["statut"] as? String)
      code = try #require(json["code"])
      acceptees = try #require(json["demandes_acceptees"] as? Int)
      rejetees = try #require(json["demandes_rejetees"] as? Int)
      rejets = Echantillon.texte(json["rejets"])
    }
  }

  @Test("the scenario, each file its day, gives exactly the statuses, totals, rejects and dossiers expected")
  func scenario() async throws {
    let essai = try await Essai.avecReferentiel()
    let etapes = try #require(try Echantillon.objet("scenario.expected.json")["etapes"] as? [[String: Any]])
    for etape in try etapes.map(Etape.init) {
      let result = await essai.run(
        "recevoir", Echantillon.chemin(etape.fichier), "--json", "--detail", jour: etape.jour)
      let received = try #require(try result.liste().first)
      try check(received, etape)
      #expect(result.avertissements == "", "\(etape.fichier)")
      #expect(result.code == (["R", "I"].contains(etape.statut) ? 1 : 0), "\(etape.fichier)")
    }
  }

  private func check(_ received: [String: Any], _ etape: Etape) throws {
    let fichier = try #require(received["fichier"] as? [String: Any])
    let resume = try #require(received["resume"] as? [String: Any])
    let rejets = try #require(received["rejets"] as? [[String: Any]])
    #expect(fichier["statut"] as? String == etape.statut, "\(etape.fichier)")
    #expect(Echantillon.texte(fichier["code"]) == Echantillon.texte(etape.code), "\(etape.fichier)")
    #expect(resume["acceptes"] as? Int == etape.acceptees, "\(etape.fichier)")
    #expect(resume["rejetes"] as? Int == etape.rejetees, "\(etape.fichier)")
    let pairs = rejets.map { [$0["ligne"] ?? 0, $0["code"] ?? ""] }
    #expect(Echantillon.texte(pairs) == etape.rejets, "\(etape.fichier)")
    guard ["A", "P"].contains(etape.statut) else { return }
    let expected = try Echantillon.objet(etape.fichier.replacing(".txt", with: ".expected.json"))
    for key in ["fichier", "resume", "rejets", "dossiers"] {
      #expect(Echantillon.texte(received[key]) == Echantillon.texte(expected[key]), "\(etape.fichier), \(key)")
    }
  }

  @Test("one array holds one object per argument, in order; without --detail no dossier is told")
  func order() async throws {
    let essai = try await Essai.avecReferentiel()
    let names = ["aller-correct.txt", "aller-tronque.txt", "aller-correct-crlf.txt"]
    let result = await essai.programme(
      ["recevoir", "--json"] + names.map(Echantillon.chemin) + essai.lieu + ["--jour", "2026-03-02"])
    let all = try result.liste()
    #expect(all.map { ($0["fichier"] as? [String: Any])?["statut"] as? String } == ["A", "I", "D"])
    #expect(all.allSatisfy { Set($0.keys) == ["fichier", "resume", "rejets"] })
    #expect(result.code == 1)
  }

  @Test("a file that cannot be read is said, does not stop the others, and the command ends with 3")
  func missing() async throws {
    let essai = try await Essai.avecReferentiel()
    let result = await essai.run(
      "recevoir", essai.chemin("absent.txt"), Echantillon.chemin("aller-correct.txt"), "--json", jour: "2026-03-02")
    let statuses = try result.liste().map { ($0["fichier"] as? [String: Any])?["statut"] }
    #expect(statuses.map { $0 as? String } == [nil, "A"])
    #expect(result.avertissements == "« \(essai.chemin("absent.txt")) » : fichier introuvable.\n")
    #expect(result.code == 3)
  }

  @Test("the same file received again after its result was told is known (006); before, it is told again as it was")
  func again() async throws {
    let essai = try await Essai.avecReferentiel()
    let path = Echantillon.chemin("aller-correct.txt")
    let first = await essai.run("recevoir", path, "--json", jour: "2026-03-02")
    let second = await essai.run("recevoir", path, "--json", jour: "2026-03-02")
    #expect(first.code == 0 && second.code == 0)
    #expect(try second.liste().first.flatMap { $0["fichier"] as? [String: Any] }?["code"] as? String == "006")
  }

  @Test("people read the fate, the totals, the rejects by code and where the file is kept")
  func texte() async throws {
    let essai = try await Essai.avecReferentiel()
    _ = await essai.run("recevoir", Echantillon.chemin("aller-correct.txt"), jour: "2026-03-02")
    let result = await essai.run("recevoir", Echantillon.chemin("aller-defauts.txt"), jour: "2026-03-03")
    #expect(result.sortie.contains("aller-defauts.txt : accepté en partie\n"))
    #expect(result.sortie.contains("  Demandes : 3 acceptées pour 300,00\u{A0}€ ; 5 rejetées\n"))
    #expect(result.sortie.contains("    403 aucune commune trouvée"))
    #expect(result.sortie.contains("  Gardé dans recus/2026-03-03/"))
  }

  @Test("a file in UTF-8 is refused with one sentence on its probable coding")
  func utf8() async throws {
    let essai = try await Essai.avecReferentiel()
    let path = try essai.write("\u{FEFF}00000001AL les données du soir", "utf8.txt")
    let result = await essai.run("recevoir", path, jour: "2026-03-02")
    #expect(result.sortie.contains("refusé (001)"))
    #expect(result.sortie.contains("il est codé en UTF-8"))
    #expect(result.code == 1)
  }
}
