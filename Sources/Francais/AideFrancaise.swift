/// The fixed words of swift-argument-parser's help, in French. Its texts are ours already.
public enum AideFrancaise {
  private static let replacements = [
    ("OVERVIEW: ", "OBJET : "), ("USAGE: ", "USAGE : "), ("ARGUMENTS:", "ARGUMENTS :"), ("OPTIONS:", "OPTIONS :"),
    (" SUBCOMMANDS:", " :"), ("SUBCOMMANDS:", "COMMANDES :"), ("<subcommand>", "<commande>"),
    ("' for detailed help.", " » donne l’aide d’une commande."), ("  See '", "  « "),
    ("Show help information.", "Affiche cette aide."), ("Show the version.", "Affiche la version."),
    ("(default as flag: ", "(par défaut sans valeur : "), ("; default:", " ; par défaut :"),
    ("(default:", "(par défaut :"), ("(values:", "(valeurs :"), ("(default)", "(par défaut)"),
  ]

  /// A help text; the options that every command has, as the usage line names them, are said in two words there.
  public static func traduire(_ text: String, general: String = "") -> String {
    let shortened = general.isEmpty ? text : text.replacing(general, with: " [options générales]")
    let worded = replacements.reduce(shortened) { $0.replacing($1.0, with: $1.1) }
    return worded.split(separator: "\n", omittingEmptySubsequences: false).map { heading(String($0)) }
      .joined(separator: "\n")
  }

  /// French sets a space before the colon of a heading.
  private static func heading(_ line: String) -> String {
    let isHeading = line.hasSuffix(":") && !line.hasSuffix(" :") && line.first != " " && line == line.uppercased()
    return isHeading ? line.dropLast() + " :" : line
  }
}
