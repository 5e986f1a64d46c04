import ArgumentParser
import Centre
import Convention
import Registre

struct IncidentsRetablir: Commande {
  static let configuration = CommandConfiguration(
    commandName: "retablir", abstract: "Le service est rétabli.",
    discussion: """
      Exemples :
        centre-serveur incidents retablir D-2026-001
        centre-serveur incidents retablir D-2026-001 --a 2026-03-27T16:30
      """)

  @Argument(help: ArgumentHelp("Numéro du dysfonctionnement.", valueName: "numéro"))
  var numero: String

  @Option(help: ArgumentHelp("Quand, AAAA-MM-JJTHH:MM ; maintenant si rien n’est dit.", valueName: "instant"))
  var a: String?

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let (numero, when) = (numero, try a.map { try instant($0, of: "--a") })
    return try await session.surIncident({ try await $0.retablir(numero, a: when) }) { "Service rétabli : \($0)." }
  }
}
