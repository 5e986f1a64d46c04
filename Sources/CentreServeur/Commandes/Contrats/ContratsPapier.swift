import ArgumentParser
import Centre
import Convention

struct ContratsPapier: Commande {
  static let configuration = CommandConfiguration(
    commandName: "papier", abstract: "Fait revenir les échanges de l’étude au papier, à partir d’un jour à venir.",
    discussion: """
      Tant qu’il dure, toute demande dématérialisée pour l’étude est rejetée (405), avec l’article dans l’incident du jour.

      Exemples :
        centre-serveur contrats papier E3101 --motif ACTIONS_INSUFFISANTES --du 2026-04-01
      """)

  @Argument(help: ArgumentHelp("Clé du contrat, ou code de l’étude pour celui qui la lie.", valueName: "contrat"))
  var contrat: String

  @Option(help: ArgumentHelp("ACTIONS_INSUFFISANTES ou DYSFONCTIONNEMENTS_PERSISTANTS.", valueName: "motif"))
  var motif: String

  @Option(help: ArgumentHelp("Premier jour sur papier.", valueName: "jour"))
  var du: String

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let (reason, day) = (try mot(motif, of: "--motif", MotifDePapier.self), try jour(du, of: "--du"))
    try await session.acter(contrat) { contrats, geste, _ in
      try await contrats.passerAuPapier(geste, reason, du: day)
    }
    return .fait
  }
}
