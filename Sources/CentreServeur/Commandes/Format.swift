import ArgumentParser

/// The layout tables of the exchanged files.
struct Format: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "format",
    abstract: "Tables du format d’échange : versions, documentation, vérification, lecture d’un fichier.",
    subcommands: [FormatLister.self, FormatDecrire.self, FormatVerifier.self, FormatControler.self, FormatDecoder.self])
}
