import ArgumentParser
import Centre
import Convention
import Registre

struct IncidentsAbandonner: Commande {
  static let configuration = CommandConfiguration(
    commandName: "abandonner",
    abstract: "La coupure annoncée n’aura pas lieu : ceux qui en furent avisés l’apprennent.",
    discussion: """
      Exemples :
        centre-serveur incidents abandonner D-2026-001
      """)

  @Argument(help: ArgumentHelp("Numéro du dysfonctionnement.", valueName: "numéro"))
  var numero: String

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let numero = numero
    return try await session.surIncident({ try await $0.abandonner(numero) }) { "La coupure \($0) est abandonnée." }
  }
}
