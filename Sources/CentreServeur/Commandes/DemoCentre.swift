import Convention
import Foundation
import Interface
import Logging

/// The program itself, at work on the demonstration's base: its own commands and its own watch over `entrant/`.
struct DemoCentre {
  let dossier: DemoDossier
  /// Read once for the whole demonstration.
  let formats: Formats
  /// Where they were read, if not in the program.
  let dossierDeFormats: String?

  private func options(_ jour: Jour) -> [String] {
    ["--base", dossier.base, "--echanges", dossier.echanges, "--jour", jour.iso]
      + (dossierDeFormats.map { ["--formats", $0] } ?? [])
  }

  func session(_ jour: Jour, _ ecran: Ecran = Releve().ecran()) async throws -> Session {
    let reglages = try await Reglages(try OptionsGlobales.parse(options(jour)), environnement: [:], ecran: ecran)
    return Session(reglages: reglages, ecran: ecran)
  }

  /// Runs a command as if it were typed; what it says is only shown if it fails.
  func run(_ jour: Jour, _ arguments: String...) async throws {
    let releve = Releve()
    let code = await Programme(ecran: releve.ecran(), environnement: [:]).run(options(jour) + arguments)
    guard code == 0 else {
      throw Faute("« \(arguments.joined(separator: " ")) » a échoué (\(code)) : \(releve.avertissements)")
    }
  }

  /// Takes what stands in `entrant/`, as « servir » does.
  func prendre(_ jour: Jour) async throws {
    let session = try await session(jour)
    let journal = Logger(label: "demonstration") { _ in SwiftLogNoOpLogHandler() }
    var permanence = try Permanence(
      session, try await session.registre(), FormatsEnService(formats), journal, patience: .zero)
    await permanence.ronde()
  }
}
