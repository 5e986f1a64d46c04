import Foundation
import Testing

@testable import CentreServeur

@Suite("Démonstration et simulation : commandes")
struct DemoTests {
  private func run(_ arguments: String...) async -> (code: Int32, sortie: String, avertissements: String) {
    let releve = Releve()
    let code = await Programme(ecran: releve.ecran(), environnement: [:]).run(arguments)
    return (code, releve.sortie, releve.avertissements)
  }

  private func folder() -> String {
    FileManager.default.temporaryDirectory.appendingPathComponent("demo-\(UUID().uuidString)").path
  }

  private struct Told: Decodable {
    struct Compte: Decodable {
      let identifiant: String
      let mot_de_passe: String
    }
    struct Voir: Decodable {
      let retard: String?
      let adresse: String?
      let prolongation: String?
    }
    let jour: String
    let adresse: String?
    let comptes: [Compte]
    let a_voir: Voir
  }

  @Test("three months leave something to see for each of the three accounts, and the accounts are there")
  func demo() async throws {
    let place = folder()
    defer { try? FileManager.default.removeItem(atPath: place) }
    let result = await run("demo", "--sans-site", "--dossiers", "400", "--dossier", place, "--json")
    try #require(result.code == 0, "\(result.avertissements)")
    let told = try JSONDecoder().decode(Told.self, from: Data(result.sortie.utf8))
    #expect(told.jour == "2026-11-26")
    #expect(told.adresse == nil)
    #expect(told.a_voir.retard != nil && told.a_voir.adresse != nil && told.a_voir.prolongation != nil)
    let listed = await run("--base", "sqlite:\(place)/base.sqlite", "utilisateurs", "lister")
    #expect(told.comptes.count == 3)
    for compte in told.comptes { #expect(listed.sortie.contains(compte.identifiant)) }
  }

  @Test("a folder that holds anything else is left as it is", arguments: ["demo", "simuler"])
  func foreign(_ command: String) async throws {
    let place = folder()
    defer { try? FileManager.default.removeItem(atPath: place) }
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    try Data("à garder".utf8).write(to: URL(fileURLWithPath: "\(place)/notes.txt"))
    let result = await run(command, "--dossier", place)
    #expect(result.code == 1)
    #expect(try FileManager.default.contentsOfDirectory(atPath: place) == ["notes.txt"])
  }

  @Test(
    "what is out of bounds is misuse, and nothing is made",
    arguments: [
      ["demo", "--dossiers", "9"], ["demo", "--port", "65536"], ["simuler", "--jours", "0"],
      ["simuler", "--jours", "901"], ["simuler", "--dossiers", "400001"], ["--jour", "2025-05-31", "simuler"],
      ["--jour", "2027-12-01", "simuler", "--jours", "40"],
    ])
  func bounds(_ arguments: [String]) async {
    let place = folder()
    let releve = Releve()
    let code = await Programme(ecran: releve.ecran(), environnement: [:]).run(arguments + ["--dossier", place])
    #expect(code == 2)
    #expect(!FileManager.default.fileExists(atPath: place))
  }
}
