import Foundation
import Testing

@testable import CentreServeur

@Suite("Démonstration")
struct DemoTests {
  private func demo(_ dossier: String, _ more: String...) async -> (code: Int32, sortie: String, avertissements: String)
  {
    let releve = Releve()
    let code = await Programme(ecran: releve.ecran(), environnement: [:]).run(
      ["demo", "--dossier", dossier, "--dossiers", "300"] + more)
    return (code, releve.sortie, releve.avertissements)
  }

  private func folder() -> String {
    FileManager.default.temporaryDirectory.appendingPathComponent("demo-\(UUID().uuidString)").path
  }

  private func issued(_ dossier: String) throws -> [String: Data] {
    let place = "\(dossier)/echanges/sortant"
    let names = try FileManager.default.contentsOfDirectory(atPath: place)
    return Dictionary(
      uniqueKeysWithValues: names.map { ($0, FileManager.default.contents(atPath: "\(place)/\($0)") ?? Data()) })
  }

  private struct Told: Decodable {
    let verifie: Bool
    let commandes: [String]
  }

  @Test("three nights are lived and told, the same again, and the five commands named work as they are written")
  func nights() async throws {
    let place = folder()
    defer { try? FileManager.default.removeItem(atPath: place) }
    let first = await demo(place)
    try #require(first.code == 0, "\(first.avertissements)")
    for words in [
      "Nuit 3 — jeudi 19 novembre 2026", "incomplet", "déjà reçu", "Aucun fichier aller de HELIOS/032", "restauré",
    ] {
      #expect(first.sortie.contains(words), "\(words)")
    }
    let page = try String(contentsOfFile: "\(place)/page.html", encoding: .utf8)
    #expect(page.contains("<html lang=\"fr\">") && !page.contains("http"))
    let files = try issued(place)
    let told = try JSONDecoder().decode(Told.self, from: Data(await demo(place, "--json").sortie.utf8))
    #expect(try issued(place) == files)
    #expect(try String(contentsOfFile: "\(place)/page.html", encoding: .utf8) == page)
    #expect(told.verifie)
    #expect(told.commandes.count == 5)
    for commande in told.commandes { try await works(commande) }
  }

  private func works(_ commande: String) async throws {
    let releve = Releve()
    let arguments = commande.split(separator: " ").dropFirst().map(String.init)
    let code = await Programme(ecran: releve.ecran(), environnement: [:]).run(arguments)
    #expect(code == 0, "\(commande) : \(releve.avertissements)")
    #expect(!releve.sortie.isEmpty, "\(commande)")
  }

  @Test("a folder that holds anything else is left as it is")
  func foreign() async throws {
    let place = folder()
    defer { try? FileManager.default.removeItem(atPath: place) }
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    try Data("à garder".utf8).write(to: URL(fileURLWithPath: "\(place)/notes.txt"))
    let result = await demo(place)
    #expect(result.code == 1)
    #expect(FileManager.default.fileExists(atPath: "\(place)/notes.txt"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: place).count == 1)
  }

  @Test("a number of demands out of bounds is misuse", arguments: ["99", "1000001"])
  func bounds(_ count: String) async {
    let releve = Releve()
    let code = await Programme(ecran: releve.ecran(), environnement: [:]).run(["demo", "--dossiers", count])
    #expect(code == 2)
  }
}
