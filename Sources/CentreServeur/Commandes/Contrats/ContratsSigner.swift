import ArgumentParser
import Centre
import Convention

struct ContratsSigner: Commande {
  static let configuration = CommandConfiguration(
    commandName: "signer", abstract: "Enregistre une signature du contrat.",
    discussion: """
      Exemples :
        centre-serveur contrats signer E3101 --qualite PREFET --le 2024-12-12
      """)

  @Argument(help: ArgumentHelp("Clé du contrat, ou code de l’étude pour celui qui la lie.", valueName: "contrat"))
  var contrat: String

  @Option(help: ArgumentHelp("PREFET, DIRECTEUR, TPG, DSF ou HUISSIER.", valueName: "qualité"))
  var qualite: String

  @Option(help: ArgumentHelp("Jour de la signature.", valueName: "jour"))
  var le: String

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let (who, day) = (try mot(qualite, of: "--qualite", QualiteDeSignataire.self), try jour(le, of: "--le"))
    try await session.acter(contrat) { contrats, geste, _ in
      try await contrats.signer(geste, who, le: day)
    }
    return .fait
  }
}
