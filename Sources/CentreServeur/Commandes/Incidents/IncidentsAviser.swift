import ArgumentParser
import Centre
import Convention
import Registre

struct IncidentsAviser: Commande {
  static let configuration = CommandConfiguration(
    commandName: "aviser", abstract: "Avise ceux qui ne l’ont pas encore été, le bureau CL1A compris.",
    discussion: """
      Seuls ceux que le dysfonctionnement concerne sont avisés. L’avis au bureau CL1A dit les actions menées et leur \
      calendrier : il attend qu’il y en ait. Les adresses sont celles de l’annuaire (acteurs importer).

      Exemples :
        centre-serveur incidents aviser D-2026-001
      """)

  @Argument(help: ArgumentHelp("Numéro du dysfonctionnement.", valueName: "numéro"))
  var numero: String

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let numero = numero
    return try await session.surIncident({ try await $0.aviser(numero) }) { "Avis de \($0) remis." }
  }
}
