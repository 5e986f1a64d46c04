import ArgumentParser
import Centre
import Convention
import Registre

struct SollicitationsRepondre: Commande {
  static let configuration = CommandConfiguration(
    commandName: "repondre", abstract: "Répond à une sollicitation ; la réponse est tracée.",
    discussion: """
      Exemples :
        centre-serveur sollicitations repondre A-20260304-7F3A2C --texte "le dossier attend son accusé"
      """)

  @Argument(help: ArgumentHelp("Numéro de la sollicitation.", valueName: "numéro"))
  var numero: String

  @Option(help: ArgumentHelp("La réponse.", valueName: "texte"))
  var texte: String

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let (numero, texte) = (numero, texte)
    let fiche = try await session.deciding { centre, _ in try await DevoirsDuCentre(centre).repondre(numero, texte) }
    VueDHistoires.dire(fiche, "Réponse donnée à \(fiche.cle).", session)
    return .fait
  }
}
