import ArgumentParser
import Registre

struct UtilisateursDebloquer: Commande {
  static let configuration = CommandConfiguration(
    commandName: "debloquer", abstract: "Rouvre la porte à un compte bloqué.",
    discussion: """
      Exemples :
        centre-serveur utilisateurs debloquer claire.martin
      """)

  @Argument(help: ArgumentHelp("Identifiant du compte.", valueName: "identifiant"))
  var identifiant: String
  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let registre = try await session.registre()
    let utilisateur = try await registre.utilisateur(identifiant)
    try await registre.ecrire { try $0.debloquer(utilisateur.id) }
    session.tell([("debloque", .texte(utilisateur.identifiant))], "Compte « \(utilisateur.identifiant) » rouvert.")
    return .fait
  }
}
