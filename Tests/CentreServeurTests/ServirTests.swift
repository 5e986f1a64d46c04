import Foundation
import Logging
import Testing

@testable import CentreServeur

@Suite("servir")
struct ServirTests {
  private func permanence(_ essai: Essai, jour: String, patience: Duration = .zero) async throws -> Permanence {
    let session = try await essai.session(jour: jour)
    var journal = Logger(label: "essai") { _ in SwiftLogNoOpLogHandler() }
    journal.logLevel = .critical
    return try Permanence(
      session, try await session.registre(), FormatsEnService(try session.formats()), journal, patience: patience)
  }

  private func drop(_ sample: String, _ essai: Essai, _ name: String, partenaire: String? = nil) throws {
    let folder = essai.dossier.appendingPathComponent("echanges/entrant/\(partenaire ?? "")")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: Echantillon.chemin(sample), toPath: folder.appendingPathComponent(name).path)
  }

  private func waiting(_ essai: Essai, _ folder: String = "") -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: essai.chemin("echanges/entrant/\(folder)")))?.sorted() ?? []
  }

  @Test("files are taken from the folder and its sub-folders, and leave it; names still being written stay")
  func taking() async throws {
    let essai = try await Essai.avecReferentiel()
    var permanence = try await permanence(essai, jour: "2026-03-02")
    try drop("aller-correct.txt", essai, "a.txt", partenaire: "HELIOS.031")
    try drop("aller-defauts.txt", essai, "b.txt.tmp")
    try drop("aller-defauts.txt", essai, "c.partiel")
    try drop("aller-defauts.txt", essai, ".d")
    await permanence.ronde()
    #expect(waiting(essai, "HELIOS.031") == [])
    #expect(waiting(essai) == [".d", "HELIOS.031", "b.txt.tmp", "c.partiel"])
    #expect(await essai.run("dossier", "DEM2026-000101", jour: "2026-03-02").code == 0)
    let facts = try await essai.run("registre", "informations", "--json", jour: "2026-03-02").objet()
    #expect(facts["fichiers_inacheves"] as? Int == 0)
  }

  @Test("a file is left alone until its size has been the same for a while")
  func patience() async throws {
    let essai = try await Essai.avecReferentiel()
    var permanence = try await permanence(essai, jour: "2026-03-02", patience: .milliseconds(200))
    try drop("aller-correct.txt", essai, "a.txt")
    await permanence.ronde()
    #expect(waiting(essai) == ["a.txt"])
    try await Task.sleep(for: .milliseconds(300))
    await permanence.ronde()
    #expect(waiting(essai) == [])
  }

  @Test("days that were missed are closed; the day itself waits for its hour")
  func days() async throws {
    let essai = try await Essai.avecReferentiel()
    _ = await essai.run("recevoir", Echantillon.chemin("aller-correct.txt"), jour: "2026-03-02")
    var permanence = try await permanence(essai, jour: "2026-03-05")
    await permanence.ronde()
    let facts = try await essai.run("registre", "informations", "--json", jour: "2026-03-05").objet()
    #expect(facts["derniere_journee_close"] as? String == "2026-03-04")
    essai.environnement = ["CENTRE_SERVEUR_CLOTURE_HEURE": "20:00"]
    let options = try OptionsGlobales.parse(essai.lieu + ["--jour", "2026-03-05"])
    let reglages = try await Reglages(options, environnement: essai.environnement, ecran: Releve().ecran())
    #expect(reglages.clotureMinutes == 20 * 60)
  }

  @Test("a stop between two files leaves the second one in its folder")
  func stop() async throws {
    let essai = try await Essai.avecReferentiel()
    var permanence = try await permanence(essai, jour: "2026-03-03")
    try drop("aller-correct.txt", essai, "a.txt")
    try drop("aller-defauts.txt", essai, "b.txt")
    var asked = 0
    await permanence.ronde {
      asked += 1
      return asked > 1
    }
    #expect(waiting(essai).count == 1)
  }
}
