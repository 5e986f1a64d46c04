import Foundation
import Synchronization
import Testing

@testable import CentreServeur

@Suite("Reprises après un arrêt")
struct ReprisesTests {
  private let path = Echantillon.chemin("aller-correct.txt")

  /// Receives as `recevoir` does, and stops before the result is told.
  private func receiveUntold(_ essai: Essai, jour: String) async throws {
    let session = try await essai.session(jour: jour)
    var reception = try await ReceptionDeFichiers(
      try await session.centre(), names: ["aller-correct.txt"], BarreDeProgression(session.ecran))
    _ = try await reception.receive([path], partenaire: nil)
  }

  private func verdict(_ result: Essai.Resultat) throws -> String? {
    (try result.liste().first?["fichier"] as? [String: Any])?["statut"] as? String
  }

  @Test("a result that was never told is told as it was; only then is the file known as already received")
  func untold() async throws {
    let essai = try await Essai.avecReferentiel()
    try await receiveUntold(essai, jour: "2026-03-02")
    let first = await essai.run("recevoir", path, "--json", "--detail", jour: "2026-03-02")
    #expect(try verdict(first) == "A")
    #expect((try first.liste().first?["dossiers"] as? [Any])?.count == 3)
    #expect(try verdict(await essai.run("recevoir", path, "--json", jour: "2026-03-02")) == "D")
  }

  @Test("closing the day in between changes nothing to what is told")
  func evening() async throws {
    let essai = try await Essai.avecReferentiel()
    try await receiveUntold(essai, jour: "2026-03-02")
    #expect(await essai.run("journee", jour: "2026-03-02").code == 0)
    #expect(try verdict(await essai.run("recevoir", path, "--json", jour: "2026-03-02")) == "A")
  }

  @Test("once the day is past, nobody waits for it any more: the file is already received")
  func nextDay() async throws {
    let essai = try await Essai.avecReferentiel()
    try await receiveUntold(essai, jour: "2026-03-02")
    _ = await essai.run("recevoir", Echantillon.chemin("aller-defauts.txt"), jour: "2026-03-03")
    #expect(try verdict(await essai.run("recevoir", path, "--json", jour: "2026-03-03")) == "D")
    let facts = try await essai.run("registre", "informations", "--json", jour: "2026-03-03").objet()
    #expect(facts["fichiers_inacheves"] as? Int == 0)
  }

  @Test("the returns are the same whether or not a run stopped before telling")
  func returns() async throws {
    var fingerprints: [[String]] = []
    for stops in [false, true] {
      let essai = try await Essai.avecReferentiel(jour: "2026-03-02")
      if stops { try await receiveUntold(essai, jour: "2026-03-02") }
      _ = await essai.run("recevoir", path, jour: "2026-03-02")
      let files = try await essai.run("journee", "--json", jour: "2026-03-02").objet()["fichiers"] as? [[String: Any]]
      fingerprints.append((files ?? []).compactMap { $0["empreinte"] as? String })
    }
    #expect(fingerprints[0] == fingerprints[1] && fingerprints[0].count == 2)
  }

  @Test("two commands on one base take their turn")
  func turns() async throws {
    let essai = try await Essai.avecReferentiel()
    let session = try await essai.session(jour: "2026-03-02")
    let isSecondOver = Mutex(false)
    async let second = {
      defer { isSecondOver.withLock { $0 = true } }
      return await essai.run("recevoir", path, "--json", jour: "2026-03-02")
    }()
    let isOverBefore = try await session.alone {
      try await Task.sleep(for: .milliseconds(300))
      return isSecondOver.withLock { $0 }
    }
    #expect(try verdict(await second) == "A" && !isOverBefore)
  }
}
