import ArgumentParser
import Centre
import Convention
import Registre

struct ExpliquerDossier: Commande {
  static let configuration = CommandConfiguration(
    commandName: "dossier", abstract: "Chaque date et chaque montant d’un dossier : règle, article, valeurs, calcul.",
    discussion: """
      Dates, reste dû titre par titre, encaissements, frais ou liquidation, contrat, sommes reçues par l’étude. Le numéro \
      est celui de la demande, comme pour « dossier ».

      Exemples :
        centre-serveur expliquer dossier DEM2026-000101
        centre-serveur expliquer dossier DEM2026-000101 --pour etude:E3101 --json
      """)

  @Argument(help: ArgumentHelp("Numéro de la demande.", valueName: "numéro"))
  var numero: String

  @OptionGroup var perimetre: OptionsPerimetre
  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let scope = try perimetre.perimetre()
    let registre = try await session.registre()
    let found = try await registre.lire { lecture in
      let annuaire = try lecture.annuaire()
      return try lecture.dossiers(numero: numero, scope).map {
        ExplicationsDeDossier($0.dossier, annuaire, on: session.jour, session.reglages.lectures)
      }
    }
    guard !found.isEmpty else { throw DemandeRefusee("Aucun dossier \(numero) dans ce périmètre.") }
    session.tell(
      found.flatMap { item in
        item.groupes.map { ("\(item.dossier.demande.cle) — \($0.titre)", $0.explications, $0.reserves) }
      })
    return .fait
  }
}
