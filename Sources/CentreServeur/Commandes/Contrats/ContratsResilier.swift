import ArgumentParser
import Centre
import Convention

struct ContratsResilier: Commande {
  static let configuration = CommandConfiguration(
    commandName: "resilier", abstract: "Enregistre la résiliation du contrat : effet deux mois après.",
    discussion: """
      Pour OBJECTIFS, il y faut d’abord une décision RESILIATION (contrats decider).

      Exemples :
        centre-serveur contrats resilier E3101 --motif CONVENTION --preuve PV-26-3 --preuve-du 2026-03-01 --notifiee-le 2026-03-09
      """)

  @Argument(help: ArgumentHelp("Clé du contrat, ou code de l’étude pour celui qui la lie.", valueName: "contrat"))
  var contrat: String

  @Option(help: ArgumentHelp("CONVENTION, ANNEXES ou OBJECTIFS.", valueName: "motif"))
  var motif: String

  @Option(help: ArgumentHelp("Référence de la preuve.", valueName: "référence"))
  var preuve: String

  @Option(help: ArgumentHelp("Date de la preuve.", valueName: "jour"))
  var preuveDu: String

  @Option(help: ArgumentHelp("Jour où l’étude en a été avisée.", valueName: "jour"))
  var notifieeLe: String

  @OptionGroup var approbations: OptionsDApprobation

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let reason = try mot(motif, of: "--motif", HistoireDeContrat.MotifDeResiliation.self)
    let proof = Ecrit(preuve, du: try jour(preuveDu, of: "--preuve-du"))
    let (day, qualites) = (try jour(notifieeLe, of: "--notifiee-le"), try approbations.qualites())
    try await session.acter(contrat) { contrats, geste, _ in
      try await contrats.resilier(geste, reason, preuve: proof, notifieeLe: day, approbations: qualites)
    }
    return .fait
  }
}
