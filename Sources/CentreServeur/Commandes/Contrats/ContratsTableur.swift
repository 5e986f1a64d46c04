import ArgumentParser
import Centre

struct ContratsTableur: Commande {
  static let configuration = CommandConfiguration(
    commandName: "tableur", abstract: "Convient de l’import par tableur, ou le retire.",
    discussion: """
      Sans cette clause, un tableur est refusé (annexe des échanges, point II.1.2).

      Exemples :
        centre-serveur contrats tableur E3101
        centre-serveur contrats tableur E3101 --retirer
      """)

  @Argument(help: ArgumentHelp("Clé du contrat, ou code de l’étude pour celui qui la lie.", valueName: "contrat"))
  var contrat: String

  @Flag(help: "Retire l’accord.")
  var retirer = false

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let admis = !retirer
    try await session.acter(contrat) { contrats, geste, _ in try await contrats.convenirDuTableur(geste, admis: admis) }
    return .fait
  }
}
