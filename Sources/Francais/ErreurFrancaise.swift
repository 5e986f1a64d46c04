import ArgumentParser

/// One French sentence for each parsing error of swift-argument-parser.
public enum ErreurFrancaise {
  /// A parsing error of a program's, for the arguments that it was given.
  public static func traduire(
    _ message: String, _ arguments: [String], racine: any ParsableCommand.Type
  ) -> String {
    let sentence = sentence(message) ?? "Commande mal formée."
    return "\(sentence) Voir « \(command(arguments, racine)) --help »."
  }

  private static func sentence(_ message: String) -> String? {
    let quoted = quotedParts(message)
    func first(_ index: Int = 0) -> String { quoted.indices.contains(index) ? quoted[index] : "?" }
    if message.hasPrefix("Unknown option") {
      let hint = quoted.count > 1 ? ", peut-être \(first(1))" : ""
      return "Option inconnue : \(first())\(hint)."
    }
    if message.hasPrefix("Missing value for") { return "Il manque la valeur de \(first())." }
    if message.hasPrefix("Missing expected argument") { return "Il manque \(first().replacing(" ...", with: ""))." }
    if message.hasPrefix("Missing one of") { return "Il manque l’un de : \(quoted.joined(separator: ", "))." }
    if message.hasPrefix("Unexpected argument") { return "Argument en trop ou commande inconnue : « \(first()) »." }
    if message.contains("unexpected arguments:") {
      return "Arguments en trop ou commande inconnue : « \(quoted.joined(separator: " », « ")) »."
    }
    if message.hasPrefix("The value") {
      let choices = quoted.dropFirst(2)
      let among = choices.isEmpty ? "" : " ; valeurs permises : \(choices.joined(separator: ", "))"
      return "Valeur « \(first()) » refusée pour \(first(1))\(among)."
    }
    if message.hasPrefix("The option") { return "L’option \(first()) ne prend pas de valeur." }
    if message.hasPrefix("Value to be set with") { return "Deux options se contredisent : \(first()) et \(first(1))." }
    return message.hasPrefix("Internal error") || message.hasPrefix("Invalid option") ? nil : message
  }

  /// What stands between quotes; a quote inside a word is an apostrophe.
  private static func quotedParts(_ message: String) -> [String] {
    var parts: [String] = []
    var rest = Substring(message)
    while let open = rest.firstIndex(of: "'") {
      let after = rest[rest.index(after: open)...]
      guard let close = after.indices.first(where: { after[$0] == "'" && isEnd(after, $0) }) else { break }
      parts.append(String(after[..<close]))
      rest = after[after.index(after: close)...]
    }
    return parts
  }

  private static func isEnd(_ text: Substring, _ index: Substring.Index) -> Bool {
    let next = text.index(after: index)
    return next == text.endIndex || " ,.;:?".contains(text[next])
  }

  /// The command named, as far as it exists.
  private static func command(_ arguments: [String], _ racine: any ParsableCommand.Type) -> String {
    var names = [racine._commandName]
    var commands = racine.configuration.subcommands
    for argument in arguments.filter({ !$0.hasPrefix("-") }) {
      guard let found = commands.first(where: { $0.configuration.commandName == argument }) else { continue }
      names.append(argument)
      commands = found.configuration.subcommands
    }
    return names.joined(separator: " ")
  }
}
