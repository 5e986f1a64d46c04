import ArgumentParser

/// The numbers of the law, with their days and their texts.
struct ConsulterBareme: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bareme", abstract: "Délais, taux, tarifs et seuils : valeurs datées, et d’où elles viennent.",
    subcommands: [BaremeLister.self])
}
