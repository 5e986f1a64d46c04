import ArgumentParser
import Centre
import Convention
import Registre

struct IncidentsAgir: Commande {
  static let configuration = CommandConfiguration(
    commandName: "action", abstract: "Inscrit une action menée, ou une ligne du calendrier avec --pour.",
    discussion: """
      Exemples :
        centre-serveur incidents action D-2026-001 --texte "baie de disques remplacée"
        centre-serveur incidents action D-2026-001 --texte "essais de reprise" --pour 2026-04-02
      """)

  @Argument(help: ArgumentHelp("Numéro du dysfonctionnement.", valueName: "numéro"))
  var numero: String

  @Option(help: ArgumentHelp("Ce qui a été fait, ou sera fait.", valueName: "texte"))
  var texte: String

  @Option(help: ArgumentHelp("Jour où l’action est prévue, AAAA-MM-JJ.", valueName: "jour"))
  var pour: String?

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let (numero, texte, day) = (numero, texte, try pour.map { try jour($0, of: "--pour") })
    return try await session.surIncident({ devoirs in
      guard let day else { return try await devoirs.agir(numero, texte) }
      return try await devoirs.prevoirAction(numero, texte, pour: day)
    }) { "Action inscrite au dysfonctionnement \($0)." }
  }
}
