import ArgumentParser
import Centre
import Convention

struct ContratsPeriodicite: Commande {
  static let configuration = CommandConfiguration(
    commandName: "periodicite", abstract: "Fixe la périodicité d’un document de l’étude, en mois, un an au plus.",
    discussion: """
      Exemples :
        centre-serveur contrats periodicite E3101 --document COMPTE_RENDU --mois 3 --du 2026-01-01
      """)

  @Argument(help: ArgumentHelp("Clé du contrat, ou code de l’étude pour celui qui la lie.", valueName: "contrat"))
  var contrat: String

  @Option(help: ArgumentHelp("COMPTE_RENDU ou ETAT_RECAPITULATIF.", valueName: "document"))
  var document: String

  @Option(help: ArgumentHelp("Nombre de mois, de 1 à 12.", valueName: "n"))
  var mois: Int

  @Option(help: ArgumentHelp("Premier jour de la première période.", valueName: "jour"))
  var du: String

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let periodicite = Periodicite(
      try mot(document, of: "--document", Periodicite.Document.self), months: mois, du: try jour(du, of: "--du"))
    try await session.acter(contrat) { contrats, geste, _ in
      try await contrats.fixer(geste, periodicite)
    }
    return .fait
  }
}
