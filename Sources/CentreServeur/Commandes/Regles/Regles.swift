import ArgumentParser

/// The rules of the convention as the program applies them.
struct Regles: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "regles", abstract: "Règles de la convention telles que le programme les applique.",
    subcommands: [ReglesEprouver.self])
}
