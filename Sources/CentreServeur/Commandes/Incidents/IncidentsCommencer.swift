import ArgumentParser
import Centre
import Convention
import Registre

struct IncidentsCommencer: Commande {
  static let configuration = CommandConfiguration(
    commandName: "commencer", abstract: "La coupure annoncée commence.",
    discussion: """
      Refusé hors de sa fenêtre, ou tant que l’un de ceux qu’elle concerne n’a pas été avisé (annexe qualité II.2).

      Exemples :
        centre-serveur incidents commencer D-2026-001
        centre-serveur incidents commencer D-2026-001 --a 2026-04-05T06:05
      """)

  @Argument(help: ArgumentHelp("Numéro du dysfonctionnement.", valueName: "numéro"))
  var numero: String

  @Option(help: ArgumentHelp("Quand, AAAA-MM-JJTHH:MM ; maintenant si rien n’est dit.", valueName: "instant"))
  var a: String?

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let (numero, when) = (numero, try a.map { try instant($0, of: "--a") })
    return try await session.surIncident({ try await $0.commencer(numero, a: when) }) { "La coupure \($0) commence." }
  }
}
