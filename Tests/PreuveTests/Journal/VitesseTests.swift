import Foundation
import Testing

@testable import Preuve

@Suite("Speed of the verification", .enabled(if: ProcessInfo.processInfo.environment["MESURER"] != nil))
struct VitesseTests {
  @Test("200 000 events are verified, sealed and proved (release)")
  func speed() throws {
    let clock = ContinuousClock()
    var journal = JournalDEssai(count: 0)
    let building = clock.measure { journal = JournalDEssai(count: 200_000, dossiers: 30_000) }
    let sealing = clock.measure { journal.seal() }
    var verdict = Verdict()
    let verifying = clock.measure { verdict = journal.verdict }
    #expect(verdict.estVerifie)
    let leaves = journal.lignes.map(\.feuille.hachage)
    var extrait: ExtraitDePreuve?
    let proving = clock.measure {
      extrait = ExtraitDePreuve(
        dossier: 5, evenements: journal.lignes.filter { $0.dossier == 5 }, sceaux: journal.sceaux
      ) { _ in leaves }
    }
    #expect(extrait?.verdict().estVerifie == true)
    let export = try journal.export()
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("vitesse.jsonl")
    try Data(export).write(to: file)
    print("append:", building, "seal:", sealing, "verify:", verifying, "prove:", proving, "export:", file.path)
  }
}
