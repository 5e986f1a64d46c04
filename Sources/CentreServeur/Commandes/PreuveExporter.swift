import ArgumentParser
import Foundation
import Registre
import Synchronization

struct PreuveExporter: Commande {
  static let configuration = CommandConfiguration(
    commandName: "exporter",
    abstract: "Écrit tout le journal, pour un vérificateur qui n’a ni ce programme ni la base.",
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
    let registre = try await session.registre()
    let total = try await registre.lire { try $0.dernierePosition() }
    let barre = BarreDeProgression(session.ecran)
    let count = Atomic<Int64>(0)
    defer { barre.finish() }
    try await registre.exporter { line in
      try handle.write(contentsOf: line)
      barre.show(count.add(1, ordering: .relaxed).newValue, of: total, "export du journal")
    }
    guard rename(partial, fichier) == 0 else { throw Faute("Impossible d’écrire « \(fichier) ».") }
    session.ecran.signaler("Journal écrit dans \(fichier).")
    return .fait
  }
}
