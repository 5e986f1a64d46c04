import ArgumentParser
import Registre

struct UtilisateursBloquer: Commande {
  static let configuration = CommandConfiguration(
    commandName: "bloquer", abstract: "Ferme la porte à un compte : ses séances et ses liens s’arrêtent aussitôt.",
    discussion: """
      Exemples :
        centre-serveur utilisateurs bloquer claire.martin
      """)

  @Argument(help: ArgumentHelp("Identifiant du compte.", valueName: "identifiant"))
  var identifiant: String
  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let registre = try await session.registre()
    let utilisateur = try await registre.utilisateur(identifiant)
    try await registre.ecrire { try $0.bloquer(utilisateur.id) }
    session.tell([("bloque", .texte(utilisateur.identifiant))], "Compte « \(utilisateur.identifiant) » bloqué.")
    return .fait
  }
}
