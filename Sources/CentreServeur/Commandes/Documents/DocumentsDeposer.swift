import ArgumentParser
import Centre
import Convention
import Foundation
import Registre

struct DocumentsDeposer: Commande {
  static let configuration = CommandConfiguration(
    commandName: "deposer", abstract: "Remet un document PDF avec un dossier.",
    discussion: """
      Le fichier est lu et laissé où il est. Le même contenu déjà remis avec ce dossier n’est pas repris.

      Exemples :
        centre-serveur documents deposer DEM2026-000101 pv-saisie.pdf --pour etude:E3101
        centre-serveur documents deposer DEM2026-000101 accord.pdf --json
      """)

  @Argument(help: ArgumentHelp("Numéro de la demande.", valueName: "numéro"))
  var numero: String

  @Argument(help: ArgumentHelp("Fichier PDF.", valueName: "fichier"))
  var fichier: String

  @OptionGroup var perimetre: OptionsPerimetre
  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let scope = try perimetre.perimetre()
    let url = URL(fileURLWithPath: fichier)
    let document = try await session.deciding { centre, _ in
      let fiche = try await session.dossier(numero, scope, centre.registre)
      let jour = try await centre.registre.lire { [today = centre.horloge.jour] in try $0.jourDeTravail(today) }
      let trace = Trace(
        auteur: perimetre.pour ?? "exploitant", instant: centre.horloge.instant, jour: jour)
      let depot = session.depot(centre)
      return try await depot.deposerUneFois(
        try depot.octets(of: url), nom: url.lastPathComponent, dossier: fiche.id, par: trace, scope)
    }
    if session.reglages.json {
      session.ecran.json(JSONValue(document))
    } else {
      session.ecran.ligne("Document \(document.id) remis avec le dossier \(numero), SHA-256 \(document.sha256).")
    }
    return .fait
  }
}
