import ArgumentParser

/// Files made up from a seed, for tests, measures and demonstrations.
struct Generer: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generer", abstract: "Fabrique des fichiers d’essai : demandes (aller) et réponses d’études (etude).",
    subcommands: [GenererAller.self, GenererEtude.self])
}
