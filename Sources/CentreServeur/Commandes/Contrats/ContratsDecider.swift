import ArgumentParser
import Centre
import Convention
import Foundation

struct ContratsDecider: Commande {
  static let configuration = CommandConfiguration(
    commandName: "decider", abstract: "Enregistre la décision sur les objectifs, avec son rapport.",
    discussion: """
      Les résultats sont ceux du jour (contrats resultats). Le rapport, un PDF, est gardé et son empreinte inscrite avec \
      la décision.

      Exemples :
        centre-serveur contrats decider E3101 --choix RENOUVELLEMENT_REDUIT --rapport rapport.pdf --reference RAP-27-2 --rapport-du 2027-09-20 --le 2027-09-27
      """)

  @Argument(help: ArgumentHelp("Clé du contrat, ou code de l’étude pour celui qui la lie.", valueName: "contrat"))
  var contrat: String

  @Option(help: ArgumentHelp("RESILIATION, RENOUVELLEMENT_REDUIT ou MAINTIEN.", valueName: "choix"))
  var choix: String

  @Option(help: ArgumentHelp("Le rapport sur les objectifs, un PDF.", valueName: "fichier"))
  var rapport: String

  @Option(help: ArgumentHelp("Référence du rapport.", valueName: "référence"))
  var reference: String

  @Option(help: ArgumentHelp("Date du rapport.", valueName: "jour"))
  var rapportDu: String

  @Option(help: ArgumentHelp("Jour de la décision.", valueName: "jour"))
  var le: String

  @OptionGroup var approbations: OptionsDApprobation

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let choice = try mot(choix, of: "--choix", HistoireDeContrat.DecisionSurObjectifs.Choix.self)
    let url = URL(fileURLWithPath: rapport)
    let ecrit = Ecrit(reference, du: try jour(rapportDu, of: "--rapport-du"))
    let (day, qualites) = (try jour(le, of: "--le"), try approbations.qualites())
    try await session.acter(contrat) { contrats, geste, centre in
      let depot = session.depot(centre)
      let remis = ContratsDuCentre.RapportRemis(ecrit, nom: url.lastPathComponent, octets: try depot.octets(of: url))
      return try await contrats.decider(
        geste, choice, rapport: remis, approbations: qualites, le: day, dans: depot)
    }
    return .fait
  }
}
