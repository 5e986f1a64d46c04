/// The fixed words of swift-argument-parser's help, in French. Its texts are ours already.
enum AideFrancaise {
  /// In every usage line; the list of options tells them.
  private static let general =
    " [--base <base>] [--formats <dossier>] [--echanges <dossier>] [--jour <jour>] [--config <fichier>] [--json]"

  private static let replacements = [
    (general, " [options générales]"),
    ("OVERVIEW: ", "OBJET : "), ("USAGE: ", "USAGE : "), ("ARGUMENTS:", "ARGUMENTS :"), ("OPTIONS:", "OPTIONS :"),
    (" SUBCOMMANDS:", " :"), ("SUBCOMMANDS:", "COMMANDES :"), ("<subcommand>", "<commande>"),
    ("' for detailed help.", " » donne l’aide d’une commande."), ("  See '", "  « "),
    ("Show help information.", "Affiche cette aide."), ("Show the version.", "Affiche la version."),
    ("(default as flag: ", "(par défaut sans valeur : "), ("; default: ", " ; par défaut : "),
    ("(default: ", "(par défaut : "), ("(values: ", "(valeurs : "), ("(default)", "(par défaut)"),
  ]

  static func traduire(_ text: String) -> String {
    let worded = replacements.reduce(text) { $0.replacing($1.0, with: $1.1) }
    return worded.split(separator: "\n", omittingEmptySubsequences: false).map { heading(String($0)) }
      .joined(separator: "\n")
  }

  /// French sets a space before the colon of a heading.
  private static func heading(_ line: String) -> String {
    let isHeading = line.hasSuffix(":") && !line.hasSuffix(" :") && line.first != " " && line == line.uppercased()
    return isHeading ? line.dropLast() + " :" : line
  }
}
