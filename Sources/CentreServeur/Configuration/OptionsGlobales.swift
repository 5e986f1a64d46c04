import ArgumentParser

/// Options that any command accepts, before or after its name.
struct OptionsGlobales: ParsableArguments {
  @Option(help: ArgumentHelp("Base du centre : sqlite:FICHIER ou postgresql://HOTE/BASE.", valueName: "base"))
  var base: String?

  @Option(help: ArgumentHelp("Dossier de tables de format, à la place de celles du programme.", valueName: "dossier"))
  var formats: String?

  @Option(help: ArgumentHelp("Dossier d’échanges : entrant/, sortant/, recus/, courriels/.", valueName: "dossier"))
  var echanges: String?

  @Option(help: ArgumentHelp("Jour qu’il est (répétitions et essais), AAAA-MM-JJ.", valueName: "jour"))
  var jour: String?

  @Option(help: ArgumentHelp("Fichier de configuration YAML.", valueName: "fichier"))
  var config: String?

  @Flag(help: "Résultat en JSON sur la sortie, et rien d’autre.")
  var json = false

  /// What was given on the command line, by key of the configuration.
  var valeurs: [String: String] {
    let given = ["base": base, "formats": formats, "echanges": echanges, "jour": jour, "config": config]
    return given.compactMapValues { $0 }
  }
}
