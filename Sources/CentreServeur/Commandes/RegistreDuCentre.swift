import ArgumentParser

/// The base as a whole.
struct RegistreDuCentre: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "registre",
    abstract: "La base : ce qu’elle contient, reconstruction des projections, sauvegarde, copie vers un autre moteur.",
    subcommands: [
      RegistreInformations.self, RegistreReconstruire.self, RegistreSauvegarder.self, RegistreRestaurer.self,
      RegistreCopier.self,
    ])
}
