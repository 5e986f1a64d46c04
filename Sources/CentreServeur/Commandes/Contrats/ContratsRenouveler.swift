import ArgumentParser
import Centre
import Convention

struct ContratsRenouveler: Commande {
  static let configuration = CommandConfiguration(
    commandName: "renouveler", abstract: "Renouvelle le contrat pour trois ans, par une décision expresse.",
    discussion: """
      Rien ne se reconduit tacitement (article 19). Avec --reduite, la phase comminatoire est réduite : il y faut une \
      décision RENOUVELLEMENT_REDUIT (contrats decider).

      Exemples :
        centre-serveur contrats renouveler E3101 --decision DEC-27-14 --du 2027-10-04
        centre-serveur contrats renouveler E3101 --decision DEC-27-14 --du 2027-10-04 --reduite
      """)

  @Argument(help: ArgumentHelp("Clé du contrat, ou code de l’étude pour celui qui la lie.", valueName: "contrat"))
  var contrat: String

  @Option(help: ArgumentHelp("Référence de la décision.", valueName: "référence"))
  var decision: String

  @Option(help: ArgumentHelp("Jour de la décision.", valueName: "jour"))
  var du: String

  @Flag(help: "Phase comminatoire réduite, après des objectifs manqués.")
  var reduite = false

  @OptionGroup var approbations: OptionsDApprobation

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let ecrit = Ecrit(decision, du: try jour(du, of: "--du"))
    let (qualites, duree) = (
      try approbations.qualites(), reduite ? HistoireDeContrat.DureeReconduite.reduite : .ordinaire
    )
    try await session.acter(contrat) { contrats, geste, _ in
      try await contrats.renouveler(geste, duree, decision: ecrit, approbations: qualites)
    }
    return .fait
  }
}
