import ArgumentParser
import Centre
import Convention
import Registre

struct IncidentsClore: Commande {
  static let configuration = CommandConfiguration(
    commandName: "clore", abstract: "Clôt un dysfonctionnement rétabli, qualifié, et dont chacun a été avisé.",
    discussion: """
      Exemples :
        centre-serveur incidents clore D-2026-001
      """)

  @Argument(help: ArgumentHelp("Numéro du dysfonctionnement.", valueName: "numéro"))
  var numero: String

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let numero = numero
    return try await session.surIncident({ try await $0.clore(numero) }) { "Dysfonctionnement \($0) clos." }
  }
}
