import ArgumentParser
import Centre
import Convention

struct ContratsDematerialise: Commande {
  static let configuration = CommandConfiguration(
    commandName: "dematerialise", abstract: "Met fin au retour au papier, à partir d’un jour à venir.",
    discussion: """
      Exemples :
        centre-serveur contrats dematerialise E3101 --du 2026-05-01
        centre-serveur contrats dematerialise E3101 --poste 031012 --du 2026-05-01
      """)

  @Argument(help: ArgumentHelp("Clé du contrat, ou code de l’étude pour celui qui la lie.", valueName: "contrat"))
  var contrat: String

  @Option(help: ArgumentHelp("Codique du poste qui le quitte ; sans lui, tous les postes.", valueName: "codique"))
  var poste: String?

  @Option(help: ArgumentHelp("Premier jour sans papier.", valueName: "jour"))
  var du: String

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let (day, codique) = (try jour(du, of: "--du"), try poste.map(CodeDonne.poste))
    try await session.acter(contrat) { contrats, geste, _ in
      try await contrats.revenirAuDematerialise(geste, poste: codique, du: day)
    }
    return .fait
  }
}
