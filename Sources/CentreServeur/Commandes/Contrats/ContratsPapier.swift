import ArgumentParser
import Centre
import Convention

struct ContratsPapier: Commande {
  static let configuration = CommandConfiguration(
    commandName: "papier", abstract: "Fait revenir au papier les échanges de l’étude, avec un poste ou avec tous.",
    discussion: """
      À partir d’un jour à venir. Tant qu’il dure, les demandes dématérialisées de ces postes pour l’étude sont rejetées \
      (405), avec l’article dans l’incident du jour. La liste des dossiers ouverts se tire de la base (dernier exemple).

      Exemples :
        centre-serveur contrats papier E3101 --motif ACTIONS_INSUFFISANTES --du 2026-04-01
        centre-serveur contrats papier E3101 --poste 031012 --motif ACTIONS_INSUFFISANTES --du 2026-04-01
        centre-serveur dossiers --etude E3101 --poste 031012 --etat remis --export ouverts.xlsx
      """)

  @Argument(help: ArgumentHelp("Clé du contrat, ou code de l’étude pour celui qui la lie.", valueName: "contrat"))
  var contrat: String

  @Option(help: ArgumentHelp("ACTIONS_INSUFFISANTES ou DYSFONCTIONNEMENTS_PERSISTANTS.", valueName: "motif"))
  var motif: String

  @Option(help: ArgumentHelp("Codique d’un poste ; sans lui, tous les postes.", valueName: "codique"))
  var poste: String?

  @Option(help: ArgumentHelp("Premier jour sur papier.", valueName: "jour"))
  var du: String

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let (reason, day) = (try mot(motif, of: "--motif", MotifDePapier.self), try jour(du, of: "--du"))
    let codique = try poste.map(CodeDonne.poste)
    try await session.acter(contrat) { contrats, geste, _ in
      try await contrats.passerAuPapier(geste, reason, poste: codique, du: day)
    }
    return .fait
  }
}
