import ArgumentParser
import Centre
import Convention
import Registre

struct FormationsCloturer: Commande {
  static let configuration = CommandConfiguration(
    commandName: "cloturer", abstract: "Clôt une formation tenue, une fois un guide remis à chaque poste nouveau.",
    discussion: """
      Exemples :
        centre-serveur formations cloturer F-2026-001 --guide 3.1
      """)

  @Argument(help: ArgumentHelp("Numéro de la formation.", valueName: "numéro"))
  var numero: String

  @Option(help: ArgumentHelp("Version du guide remise à chaque poste qui ne l’a pas.", valueName: "version"))
  var guide: String?

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let (numero, guide) = (numero, guide)
    let fiche = try await session.deciding { centre, _ in
      try await DevoirsDuCentre(centre).cloreFormation(numero, guide: guide)
    }
    VueDHistoires.dire(fiche, "Formation \(fiche.cle) close.", session)
    return .fait
  }
}
