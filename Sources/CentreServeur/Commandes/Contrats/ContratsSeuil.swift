import ArgumentParser
import Centre
import Convention
import Site

struct ContratsSeuil: Commande {
  static let configuration = CommandConfiguration(
    commandName: "seuil", abstract: "Enregistre le seuil d’ouverture forcée que le directeur a communiqué par écrit.",
    discussion: """
      Exemples :
        centre-serveur contrats seuil E3101 --montant 1500 --lettre LET-26-8 --lettre-du 2026-02-02
        centre-serveur contrats seuil E3101 --montant 1500,50 --lettre LET-26-8 --lettre-du 2026-02-02 --du 2026-03-01
      """)

  @Argument(help: ArgumentHelp("Clé du contrat, ou code de l’étude pour celui qui la lie.", valueName: "contrat"))
  var contrat: String

  @Option(help: ArgumentHelp("En euros : 1500,50.", valueName: "montant"))
  var montant: String

  @Option(help: ArgumentHelp("Référence de la lettre.", valueName: "référence"))
  var lettre: String

  @Option(help: ArgumentHelp("Date de la lettre.", valueName: "jour"))
  var lettreDu: String

  @Option(help: ArgumentHelp("Premier jour du seuil ; la date de la lettre si rien n’est dit.", valueName: "jour"))
  var du: String?

  @OptionGroup var approbations: OptionsDApprobation

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    guard let amount = Montant(saisi: montant) else {
      throw MauvaisUsage("--montant « \(montant) » : un montant en euros comme 1500,50 attendu.")
    }
    let seuil = SeuilOuvertureForcee(
      amount, lettre: Ecrit(lettre, du: try jour(lettreDu, of: "--lettre-du")),
      du: try du.map { try jour($0, of: "--du") })
    let qualites = try approbations.qualites()
    try await session.acter(contrat) { contrats, geste, _ in
      try await contrats.communiquer(geste, seuil, approbations: qualites)
    }
    return .fait
  }
}
