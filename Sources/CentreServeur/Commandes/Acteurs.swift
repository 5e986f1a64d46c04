import ArgumentParser

/// The directory: centre, applications, postes, études and their contracts.
struct Acteurs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "acteurs", abstract: "Annuaire : applications, postes, études, contrats, ressorts.",
    subcommands: [ActeursImporter.self, ActeursExporter.self])
}
