import ArgumentParser

/// What waits for the exploitant.
struct GererQuarantaine: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quarantaine", abstract: "Dossiers en attente et lignes rejetées : voir, décider, corriger, rejouer.",
    subcommands: [
      QuarantaineLister.self, QuarantaineVoir.self, QuarantaineDesigner.self, QuarantaineRenoncer.self,
      QuarantaineRejouer.self, QuarantaineClasser.self,
    ])
}

/// A rejected line, named `FICHIER:LIGNE` as `quarantaine lister` shows it.
struct ReferenceDeRejet: ExpressibleByArgument {
  let fichier: Int64
  let ligne: Int

  init?(argument: String) {
    let parts = argument.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let fichier = Int64(parts[0]), let ligne = Int(parts[1]), fichier > 0, ligne > 0 else {
      return nil
    }
    self.fichier = fichier
    self.ligne = ligne
  }
}
