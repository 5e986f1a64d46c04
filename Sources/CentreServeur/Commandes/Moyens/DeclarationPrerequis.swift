import ArgumentParser
import Centre
import Convention
import Registre

struct DeclarationPrerequis: Commande {
  static let configuration = CommandConfiguration(
    commandName: "prerequis", abstract: "Publie une version des prérequis du poste de travail ; le site la montre.",
    discussion: """
      Exemples :
        centre-serveur declaration prerequis 2026-1 --texte "navigateur de moins de deux ans"
      """)

  @Argument(help: ArgumentHelp("Version.", valueName: "version"))
  var version: String

  @Option(help: ArgumentHelp("Ce qu’il faut.", valueName: "texte"))
  var texte: String

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let (version, texte) = (version, texte)
    let fiche = try await session.deciding { centre, _ in
      try await DevoirsDuCentre(centre).publierPrerequis(version: version, texte)
    }
    VueDHistoires.dire(fiche, "Prérequis \(version) publiés.", session)
    return .fait
  }
}
