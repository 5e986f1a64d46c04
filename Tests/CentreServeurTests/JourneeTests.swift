import Foundation
import Testing

@testable import CentreServeur

@Suite("journee")
struct JourneeTests {
  @Test("the JSON names every file of the day, where it is, whose it is; again, it is the same")
  func json() async throws {
    let essai = try await Essai.avecReferentiel()
    _ = await essai.run("recevoir", Echantillon.chemin("aller-correct.txt"), jour: "2026-03-02")
    let first = await essai.run("journee", "--json", jour: "2026-03-02")
    let second = await essai.run("journee", "--json", jour: "2026-03-02")
    #expect(first.code == 0 && first.sortie == second.sortie)
    let objet = try first.objet()
    #expect(objet["jour"] as? String == "2026-03-02")
    let files = try #require(objet["fichiers"] as? [[String: Any]])
    #expect(files.map { $0["genre"] as? String } == ["AL", "RI"])
    #expect(files.map { $0["etude"] as? String } == ["E3101", nil])
    for file in files {
      #expect(Set(file.keys) == ["chemin", "genre", "application", "exploitation", "etude", "sequence", "empreinte"])
      #expect(FileManager.default.fileExists(atPath: try #require(file["chemin"] as? String)))
    }
  }

  @Test("missed days are closed before a file is received")
  func missed() async throws {
    let essai = try await Essai.avecReferentiel()
    _ = await essai.run("recevoir", Echantillon.chemin("aller-correct.txt"), jour: "2026-03-02")
    _ = await essai.run("recevoir", Echantillon.chemin("aller-defauts.txt"), jour: "2026-03-05")
    let facts = try await essai.run("registre", "informations", "--json", jour: "2026-03-05").objet()
    #expect(facts["derniere_journee_close"] as? String == "2026-03-04")
  }

  @Test("two rehearsals with the clock held give the same seal; a real clock would not")
  func rehearsal() async throws {
    var seals: Set<String> = []
    for _ in 0..<2 {
      let essai = try await Essai.avecReferentiel(jour: "2026-03-02")
      _ = await essai.run("recevoir", Echantillon.chemin("aller-correct.txt"), jour: "2026-03-02")
      let seal = try await essai.run("preuve", "sceller", "--json", jour: "2026-03-02").objet()
      seals.insert(try #require(seal["empreinte"] as? String))
    }
    #expect(seals.count == 1)
    let other = try await Essai.avecReferentiel()
    _ = await other.run("recevoir", Echantillon.chemin("aller-correct.txt"), jour: "2026-03-02")
    let seal = try await other.run("preuve", "sceller", "--json", jour: "2026-03-02").objet()
    #expect(!seals.contains(try #require(seal["empreinte"] as? String)))
  }
}
