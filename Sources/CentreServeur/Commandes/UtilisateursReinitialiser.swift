import ArgumentParser
import Registre
import Site

struct UtilisateursReinitialiser: Commande {
  static let configuration = CommandConfiguration(
    commandName: "reinitialiser", abstract: "Ferme les séances d’un compte et donne un nouveau lien de 24 heures.",
    discussion: """
      L’ancien mot de passe et les anciens liens ne valent plus rien.

      Exemples :
        centre-serveur utilisateurs reinitialiser claire.martin
      """)

  @Argument(help: ArgumentHelp("Identifiant du compte.", valueName: "identifiant"))
  var identifiant: String
  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let registre = try await session.registre()
    let utilisateur = try await registre.utilisateur(identifiant)
    let lien = LienUnique(session.reglages.site, instant: Reglages.montre.instant)
    try await registre.ecrire { try $0.reinitialiser(utilisateur.id, empreinte: lien.empreinte, fin: lien.fin) }
    session.tell(
      [("utilisateur", JSONValue(utilisateur)), ("lien", .texte(lien.url)), ("fin", .texte(lien.fin.texte))],
      lien.phrase)
    return .fait
  }
}
