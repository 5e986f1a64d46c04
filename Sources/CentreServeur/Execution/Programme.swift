import ArgumentParser
import Foundation
import Francais

/// From arguments to an exit code; the only place that knows how swift-argument-parser speaks.
struct Programme: Sendable {
  /// In every usage line; the list of options tells them.
  private static let general =
    " [--base <base>] [--formats <dossier>] [--echanges <dossier>] [--jour <jour>] [--config <fichier>] [--json]"

  let ecran: Ecran
  var environnement = ProcessInfo.processInfo.environment

  /// Parses and runs; the result is the exit code.
  func run(_ arguments: [String]) async -> Int32 {
    let command: any ParsableCommand
    do {
      command = try Racine.parseAsRoot(arguments)
    } catch {
      return told(error, arguments)
    }
    guard let commande = command as? any Commande else { return help(command, arguments) }
    do {
      let reglages = try await Reglages(commande.globales, environnement: environnement, ecran: ecran)
      return try await commande.executer(Session(reglages: reglages, ecran: ecran)).rawValue
    } catch {
      ecran.signaler(phrase(error))
      return issue(of: error).rawValue
    }
  }

  /// Help that was asked for, or a group of commands named without one of them.
  private func help(_ command: any ParsableCommand, _ arguments: [String]) -> Int32 {
    let type = type(of: command)
    let named = type.configuration.subcommands.map { $0._commandName }
    if !named.isEmpty, type != Racine.self {
      ecran.signaler("« \(type._commandName) » attend une commande : \(named.joined(separator: ", ")).")
      return Issue.mauvaisUsage.rawValue
    }
    do {
      var command = command
      try command.run()
      return Issue.fait.rawValue
    } catch {
      return told(error, arguments)
    }
  }

  private func told(_ error: any Error, _ arguments: [String]) -> Int32 {
    if Racine.exitCode(for: error) == .success {
      let text = Racine.fullMessage(for: error, columns: ecran.largeur)
      let isScript = arguments.contains { $0.hasPrefix("--generate-completion-script") }
      ecran.ligne(isScript ? text : AideFrancaise.traduire(text, general: Programme.general))
      return Issue.fait.rawValue
    }
    ecran.signaler(ErreurFrancaise.traduire(Racine.message(for: error), arguments, racine: Racine.self))
    return Issue.mauvaisUsage.rawValue
  }
}
