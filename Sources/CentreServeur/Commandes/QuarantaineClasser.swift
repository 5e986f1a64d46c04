import ArgumentParser
import Centre

struct QuarantaineClasser: Commande {
  static let configuration = CommandConfiguration(
    commandName: "classer", abstract: "Classe une ligne rejetée : plus rien n’en est attendu.",
    discussion: """
      Exemples :
        centre-serveur quarantaine classer 12:7
      """)

  @Argument(help: ArgumentHelp("FICHIER:LIGNE.", valueName: "référence"))
  var reference: ReferenceDeRejet

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    try await session.deciding { centre, _ in
      try await Quarantaine(centre).classer(fichier: reference.fichier, ligne: reference.ligne)
    }
    session.tell(
      [("fichier", JSONValue(reference.fichier)), ("ligne", JSONValue(reference.ligne))],
      "Ligne \(reference.ligne) du fichier \(reference.fichier) classée.")
    return .fait
  }
}
