import ArgumentParser
import Centre
import Registre
import Site

struct UtilisateursLister: Commande {
  static let configuration = CommandConfiguration(
    commandName: "lister", abstract: "Tous les comptes du site, leur profil et leur état.",
    discussion: """
      Exemples :
        centre-serveur utilisateurs lister
        centre-serveur utilisateurs lister --json
      """)

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let registre = try await session.registre()
    let comptes = try await registre.lire { try $0.comptes() }
    if session.reglages.json {
      session.ecran.json(.liste(comptes.map { JSONValue($0.utilisateur) }))
      return .fait
    }
    for compte in comptes {
      let utilisateur = compte.utilisateur
      let etat = utilisateur.bloque ? "bloqué" : compte.motDePasse == nil ? "attend son premier mot de passe" : "ouvert"
      session.ecran.ligne("\(utilisateur.identifiant) — \(utilisateur.nom), \(utilisateur.profil.libelle) : \(etat)")
    }
    session.ecran.ligne(accorde(comptes.count, "compte", "comptes") + ".")
    return .fait
  }
}
