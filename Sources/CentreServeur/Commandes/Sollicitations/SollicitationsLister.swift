import ArgumentParser
import Centre
import Convention
import Registre

struct SollicitationsLister: Commande {
  static let configuration = CommandConfiguration(
    commandName: "lister", abstract: "Les sollicitations d’un périmètre.",
    discussion: """
      États : OUVERTE (attend une réponse), REPONDUE, CLOSE.

      Exemples :
        centre-serveur sollicitations lister --etat ouverte
        centre-serveur sollicitations lister --pour poste:031012 --json
      """)

  @Option(help: ArgumentHelp("Seulement dans cet état.", valueName: "état"))
  var etat: String?

  @Option(help: ArgumentHelp("Nombre de lignes montrées au plus.", valueName: "n"))
  var limite = 100

  @OptionGroup var perimetre: OptionsPerimetre

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let lignes = try await OptionsDHistoires.lire(
      .sollicitation, try perimetre.perimetre(), etat: etat, limite: limite, session)
    VueDHistoires.montrer(lignes, ("sollicitation", "sollicitations"), session)
    return .fait
  }
}
