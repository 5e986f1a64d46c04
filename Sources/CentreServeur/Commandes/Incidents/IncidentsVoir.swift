import ArgumentParser
import Centre
import Convention
import Registre

struct IncidentsVoir: Commande {
  static let configuration = CommandConfiguration(
    commandName: "voir", abstract: "Un dysfonctionnement : ce qui reste à faire avec ses limites, et tous ses actes.",
    discussion: """
      Chaque avis montre sa preuve : l’identifiant du message et l’empreinte SHA-256 du fichier de courriels/.

      Exemples :
        centre-serveur incidents voir D-2026-001
        centre-serveur incidents voir D-2026-001 --pour poste:031012 --json
      """)

  @Argument(help: ArgumentHelp("Numéro du dysfonctionnement.", valueName: "numéro"))
  var numero: String

  @OptionGroup var perimetre: OptionsPerimetre
  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let (scope, numero) = (try perimetre.perimetre(), numero)
    let recit = try await session.registre().lire { lecture in
      try lecture.histoire(IncidentDeService.self, cle: numero, .exploitant).flatMap { fiche in
        fiche.histoire.estVisible(scope) ? try lecture.recit(IncidentDeService.self, id: fiche.id, .exploitant) : nil
      }
    }
    guard let recit else { throw FauteDeDevoir.inconnu(numero) }
    VueDIncident.montrer(
      recit.fiche, recit.actes, at: session.reglages.horloge.instant, complet: scope == .exploitant, session)
    return .fait
  }
}
