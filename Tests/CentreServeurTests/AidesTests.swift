import ArgumentParser
import Foundation
import Testing

@testable import CentreServeur

/// Each help as it was read in review. To accept new ones: CENTRE_SERVEUR_ECRIRE_AIDES=1 swift test --filter AidesTests
@Suite("Aides")
struct AidesTests {
  private static let dossier = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .appendingPathComponent("Aides")

  /// Every command of the program, by the words that call it.
  static let commandes: [[String]] = paths(of: Racine.self, [])

  private static func paths(of command: any ParsableCommand.Type, _ words: [String]) -> [[String]] {
    [words]
      + command.configuration.subcommands.flatMap { sub in
        paths(of: sub, words + [sub.configuration.commandName ?? ""])
      }
  }

  @Test("every help is French, complete and as reviewed", arguments: commandes)
  func help(_ words: [String]) async throws {
    let result = try await Essai().programme(words + ["--help"])
    #expect(result.code == 0)
    #expect(result.avertissements == "")
    let name = (["centre-serveur"] + words).joined(separator: "-") + ".txt"
    let place = AidesTests.dossier.appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["CENTRE_SERVEUR_ECRIRE_AIDES"] != nil {
      try FileManager.default.createDirectory(at: AidesTests.dossier, withIntermediateDirectories: true)
      try Data(result.sortie.utf8).write(to: place)
    }
    let reviewed = try? String(contentsOf: place, encoding: .utf8)
    #expect(result.sortie == reviewed, "Aides/\(name) : CENTRE_SERVEUR_ECRIRE_AIDES=1 swift test --filter AidesTests")
  }

  @Test("no word of the parser's English is left", arguments: commandes)
  func french(_ words: [String]) async throws {
    let text = try await Essai().programme(words + ["--help"]).sortie
    for english in ["OVERVIEW", "SUBCOMMAND", "Show ", "default", "values:", "for detailed", "subcommand", "USAGE: "] {
      #expect(!text.contains(english), "« \(english) » in the help of \(words.joined(separator: " "))")
    }
  }

  @Test("a command that does something shows examples", arguments: commandes)
  func examples(_ words: [String]) async throws {
    let text = try await Essai().programme(words + ["--help"]).sortie
    #expect(text.contains("Exemples :\n  ") || text.contains("COMMANDES :\n"))
  }
}
