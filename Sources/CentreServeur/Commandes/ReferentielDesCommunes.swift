import ArgumentParser

/// The table of communes and what it makes of addresses.
struct ReferentielDesCommunes: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "referentiel", abstract: "Communes et codes postaux : source, restauration d’adresses.",
    subcommands: [ReferentielInformations.self, ReferentielRestaurer.self])
}
