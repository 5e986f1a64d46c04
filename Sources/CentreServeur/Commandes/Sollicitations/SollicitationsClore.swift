import ArgumentParser
import Centre
import Convention
import Registre

struct SollicitationsClore: Commande {
  static let configuration = CommandConfiguration(
    commandName: "clore", abstract: "Clôt une sollicitation qui a reçu sa réponse.",
    discussion: """
      Exemples :
        centre-serveur sollicitations clore A-20260304-7F3A2C
      """)

  @Argument(help: ArgumentHelp("Numéro de la sollicitation.", valueName: "numéro"))
  var numero: String

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let numero = numero
    let fiche = try await session.deciding { centre, _ in
      try await DevoirsDuCentre(centre).cloreSollicitation(numero)
    }
    VueDHistoires.dire(fiche, "Sollicitation \(fiche.cle) close.", session)
    return .fait
  }
}
