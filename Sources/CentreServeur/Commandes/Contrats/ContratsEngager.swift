import ArgumentParser
import Centre
import Convention

struct ContratsEngager: Commande {
  static let configuration = CommandConfiguration(
    commandName: "engager", abstract: "Enregistre l’engagement de l’étude à respecter le cahier des charges.",
    discussion: """
      Exemples :
        centre-serveur contrats engager E3101 --le 2024-12-12
      """)

  @Argument(help: ArgumentHelp("Clé du contrat, ou code de l’étude pour celui qui la lie.", valueName: "contrat"))
  var contrat: String

  @Option(help: ArgumentHelp("Jour de l’engagement.", valueName: "jour"))
  var le: String

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let day = try jour(le, of: "--le")
    try await session.acter(contrat) { contrats, geste, _ in
      try await contrats.engager(geste, le: day)
    }
    return .fait
  }
}
