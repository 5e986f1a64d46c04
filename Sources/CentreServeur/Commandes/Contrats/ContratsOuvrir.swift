import ArgumentParser
import Centre
import Convention

struct ContratsOuvrir: Commande {
  static let configuration = CommandConfiguration(
    commandName: "ouvrir", abstract: "Ouvre une application aux échanges de fichiers, à partir d’un jour à venir.",
    discussion: """
      Dès qu’une application est nommée, les fichiers des autres sont rejetés (405) ; la saisie et le tableur n’en \
      dépendent pas (annexe des échanges, point II.1.2).

      Exemples :
        centre-serveur contrats ouvrir E3101 --application HELIOS --du 2026-06-01
      """)

  @Argument(help: ArgumentHelp("Clé du contrat, ou code de l’étude pour celui qui la lie.", valueName: "contrat"))
  var contrat: String

  @Option(help: ArgumentHelp("Application source, comme l’en-tête de ses fichiers la nomme.", valueName: "application"))
  var application: String

  @Option(help: ArgumentHelp("Premier jour.", valueName: "jour"))
  var du: String

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let ouverture = OuvertureDApplication(application, du: try jour(du, of: "--du"))
    try await session.acter(contrat) { contrats, geste, _ in try await contrats.ouvrir(geste, ouverture) }
    return .fait
  }
}
