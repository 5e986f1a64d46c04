import ArgumentParser

/// What the centre declares of its means.
struct GererDeclaration: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "declaration",
    abstract: "Moyens déclarés, prérequis, contact unique, épreuve d’accès des postes.",
    subcommands: [
      DeclarationVoir.self, DeclarationDeposer.self, DeclarationManques.self, DeclarationPrerequis.self,
      DeclarationContact.self, DeclarationVerifier.self, DeclarationEprouver.self,
    ])
}
