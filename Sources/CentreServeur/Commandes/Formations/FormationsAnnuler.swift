import ArgumentParser
import Centre
import Convention
import Registre

struct FormationsAnnuler: Commande {
  static let configuration = CommandConfiguration(
    commandName: "annuler", abstract: "Annule une formation prévue.",
    discussion: """
      Exemples :
        centre-serveur formations annuler F-2026-001 --motif "salle indisponible"
      """)

  @Argument(help: ArgumentHelp("Numéro de la formation.", valueName: "numéro"))
  var numero: String

  @Option(help: ArgumentHelp("Pourquoi.", valueName: "texte"))
  var motif: String

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let (numero, motif) = (numero, motif)
    let fiche = try await session.deciding { centre, _ in
      try await DevoirsDuCentre(centre).annulerFormation(numero, motif: motif)
    }
    VueDHistoires.dire(fiche, "Formation \(fiche.cle) annulée.", session)
    return .fait
  }
}
