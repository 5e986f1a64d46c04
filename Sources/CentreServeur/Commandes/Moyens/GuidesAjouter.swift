import ArgumentParser
import Centre
import Convention
import Registre

struct GuidesAjouter: Commande {
  static let configuration = CommandConfiguration(
    commandName: "ajouter", abstract: "Publie une version du guide : la page d’aide du site la porte aussitôt.",
    discussion: """
      Exemples :
        centre-serveur guides ajouter 3.1 --nouveautes "demandes d’aide, prérequis versionnés"
      """)

  @Argument(help: ArgumentHelp("Version.", valueName: "version"))
  var version: String

  @Option(help: ArgumentHelp("Ce qu’elle change, pour qui connaît la précédente.", valueName: "texte"))
  var nouveautes: String

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let (version, news) = (version, nouveautes)
    let fiche = try await session.deciding { centre, _ in
      try await DevoirsDuCentre(centre).publierGuide(version: version, nouveautes: news)
    }
    VueDHistoires.dire(fiche, "Guide \(version) publié.", session)
    return .fait
  }
}
