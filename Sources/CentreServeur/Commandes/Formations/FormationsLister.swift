import ArgumentParser
import Centre
import Convention
import Registre

struct FormationsLister: Commande {
  static let configuration = CommandConfiguration(
    commandName: "lister", abstract: "Les formations prévues, tenues et closes.",
    discussion: """
      États : PREVUE, TENUE, CLOSE, ANNULEE.

      Exemples :
        centre-serveur formations lister
        centre-serveur formations lister --pour poste:031012 --json
      """)

  @Option(help: ArgumentHelp("Seulement dans cet état.", valueName: "état"))
  var etat: String?

  @Option(help: ArgumentHelp("Nombre de lignes montrées au plus.", valueName: "n"))
  var limite = 100

  @OptionGroup var perimetre: OptionsPerimetre

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let lignes = try await OptionsDHistoires.lire(
      .formation, try perimetre.perimetre(), etat: etat, limite: limite, session)
    VueDHistoires.montrer(lignes, ("formation", "formations"), session)
    return .fait
  }
}
