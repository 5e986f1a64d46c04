import ArgumentParser
import Foundation
import Registre

struct PreuveExporter: Commande {
  static let configuration = CommandConfiguration(
    commandName: "exporter", abstract: "Écrit tout le journal, pour un vérificateur qui n’a ni ce programme ni la base.",
    discussion: """
      Le fichier contient des données nominatives : il se garde comme la base.

      Exemples :
        centre-serveur preuve exporter journal.jsonl
        python3 script/verifier-preuve.py journal.jsonl
      """)

  @Argument(help: ArgumentHelp("Fichier à écrire.", valueName: "fichier"))
  var fichier: String

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let partial = "\(fichier).partiel"
    guard FileManager.default.createFile(atPath: partial, contents: nil, attributes: [.posixPermissions: 0o600]) else {
      throw Faute("Impossible d’écrire « \(fichier) ».")
    }
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: partial))
    defer { try? handle.close() }
    try await session.registre().exporter { try handle.write(contentsOf: $0) }
    guard rename(partial, fichier) == 0 else { throw Faute("Impossible d’écrire « \(fichier) ».") }
    session.ecran.signaler("Journal écrit dans \(fichier).")
    return .fait
  }
}
