import ArgumentParser

/// The evidence of the journal.
struct PreuveDuJournal: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preuve", abstract: "Sceaux du journal : sceller, vérifier, extraire la preuve d’un dossier.",
    subcommands: [PreuveSceller.self, PreuveVerifier.self, PreuveExtraire.self, PreuveExporter.self])
}
