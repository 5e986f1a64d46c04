import ArgumentParser
import Centre
import Convention
import Registre

struct FormationsPostesSans: Commande {
  static let configuration = CommandConfiguration(
    commandName: "postes-sans", abstract: "Les postes ouverts qu’aucune formation n’a encore atteints.",
    discussion: """
      Exemples :
        centre-serveur formations postes-sans
        centre-serveur formations postes-sans --json
      """)

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let found = try await DevoirsDuCentre(session.centre()).tableau().postesSansFormation
    if session.reglages.json {
      session.ecran.json(.liste(found.map { .texte($0.texte) }))
      return .fait
    }
    for poste in found { session.ecran.ligne(poste.texte) }
    session.ecran.ligne(accorde(found.count, "poste sans formation", "postes sans formation") + ".")
    return .fait
  }
}
