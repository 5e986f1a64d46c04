import ArgumentParser
import Centre
import Convention

struct ContratsObjectif: Commande {
  static let configuration = CommandConfiguration(
    commandName: "objectif", abstract: "Fixe un objectif de recouvrement.",
    discussion: """
      Exemples :
        centre-serveur contrats objectif E3101 --axe general --taux 40 --du 2026-01-01 --le 2026-01-15
        centre-serveur contrats objectif E3101 --axe nature --code CAN --taux 35,5 --du 2026-01-01 --le 2026-01-15
      """)

  @Argument(help: ArgumentHelp("Clé du contrat, ou code de l’étude pour celui qui la lie.", valueName: "contrat"))
  var contrat: String

  @Option(help: ArgumentHelp("general, nature, collectivite ou poste.", valueName: "axe"))
  var axe: String

  @Option(help: ArgumentHelp("Nature, collectivité (type-code) ou codique ; rien pour general.", valueName: "code"))
  var code = ""

  @Option(help: ArgumentHelp("En pour cent : 35,5.", valueName: "taux"))
  var taux: String

  @Option(help: ArgumentHelp("Premier jour de l’objectif.", valueName: "jour"))
  var du: String

  @Option(help: ArgumentHelp("Jour de la décision.", valueName: "jour"))
  var le: String

  @OptionGroup var approbations: OptionsDApprobation

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    guard let rate = Taux(saisi: taux) else { throw MauvaisUsage("--taux « \(taux) » : un taux comme 35,5 attendu.") }
    let cible = Objectif.Cible(try mot(axe, of: "--axe", Objectif.Axe.self), code)
    let objectif = Objectif(cible, taux: rate, du: try jour(du, of: "--du"))
    let (day, qualites) = (try jour(le, of: "--le"), try approbations.qualites())
    try await session.acter(contrat) { contrats, geste, _ in
      try await contrats.fixer(geste, objectif, approbations: qualites, le: day)
    }
    return .fait
  }
}
