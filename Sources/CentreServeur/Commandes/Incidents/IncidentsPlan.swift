import ArgumentParser
import Centre
import Convention
import Registre

struct IncidentsPlan: Commande {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Présente le plan de retour à la normale aux comptables, aux directions et au bureau CL1A.",
    discussion: """
      Refusé si l’un d’eux n’a pas d’adresse dans l’annuaire (annexe qualité II.2).

      Exemples :
        centre-serveur incidents plan D-2026-001 --texte "reprise lundi à 8 h, par département"
      """)

  @Argument(help: ArgumentHelp("Numéro du dysfonctionnement.", valueName: "numéro"))
  var numero: String

  @Option(help: ArgumentHelp("Le plan.", valueName: "texte"))
  var texte: String

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let (numero, texte) = (numero, texte)
    return try await session.surIncident({ try await $0.presenterPlan(numero, texte) }) { "Plan de \($0) envoyé." }
  }
}
