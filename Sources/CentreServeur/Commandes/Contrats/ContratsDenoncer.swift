import ArgumentParser
import Centre
import Convention

struct ContratsDenoncer: Commande {
  static let configuration = CommandConfiguration(
    commandName: "denoncer",
    abstract: "Enregistre la dénonciation du contrat par un signataire : effet six mois après.",
    discussion: """
      Exemples :
        centre-serveur contrats denoncer E3101 --par HUISSIER --notifiee-le 2026-08-31
        centre-serveur contrats denoncer E3101 --par TPG --par DSF --notifiee-le 2026-08-31
      """)

  @Argument(help: ArgumentHelp("Clé du contrat, ou code de l’étude pour celui qui la lie.", valueName: "contrat"))
  var contrat: String

  @Option(help: ArgumentHelp("PREFET, DIRECTEUR, TPG, DSF ou HUISSIER ; se répète.", valueName: "qualité"))
  var par: [String]

  @Option(help: ArgumentHelp("Jour où elle a été notifiée.", valueName: "jour"))
  var notifieeLe: String

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let qualites = try par.map { try mot($0, of: "--par", QualiteDeSignataire.self) }
    let day = try jour(notifieeLe, of: "--notifiee-le")
    try await session.acter(contrat) { contrats, geste, _ in
      try await contrats.denoncer(geste, par: qualites, notifieeLe: day)
    }
    return .fait
  }
}
