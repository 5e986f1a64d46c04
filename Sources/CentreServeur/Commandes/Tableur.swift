import ArgumentParser

/// Demands that come by spreadsheet.
struct Tableur: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tableur", abstract: "Demandes par tableur : modèle à remplir, import CSV ou XLSX.",
    subcommands: [TableurImporter.self, TableurModele.self])
}
