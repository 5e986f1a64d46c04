import ArgumentParser
import Centre
import Convention
import Registre

/// One dossier, and why it is where it is.
struct VoirDossier: Commande {
  static let configuration = CommandConfiguration(
    commandName: "dossier", abstract: "Montre un dossier : où il en est et pourquoi, son compte, son histoire.",
    discussion: """
      Le numéro est celui de la demande. Plusieurs exploitations peuvent l’avoir employé : tous les dossiers du \
      périmètre qui le portent sont montrés.

      Exemples :
        centre-serveur dossier DEM2026-000101
        centre-serveur dossier DEM2026-000101 --pour etude:E3101
        centre-serveur dossier DEM2026-000101 --json
      """)

  @Argument(help: ArgumentHelp("Numéro de la demande.", valueName: "numéro"))
  var numero: String

  @OptionGroup var perimetre: OptionsPerimetre
  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let scope = try perimetre.perimetre()
    let registre = try await session.registre()
    let lectures = session.reglages.lectures
    let vues = try await registre.lire { lecture in
      let annuaire = try lecture.annuaire()
      return try lecture.dossiers(numero: numero, scope).map { fiche in
        let histoire = try lecture.histoire(of: fiche)
        return VueDeDossier(
          fiche: fiche, histoire: histoire, annuaire: annuaire,
          documents: DocumentsDuDossier(histoire.map(\.evenement), try lecture.documents(of: .dossier(fiche.id))),
          facture: try lecture.numeroDeFacture(of: fiche.dossier, lectures), lectures: lectures, jour: session.jour)
      }
    }
    guard !vues.isEmpty else { throw DemandeRefusee("Aucun dossier \(numero) dans ce périmètre.") }
    let libelles = Libelles(table: try session.formats().derniere)
    if session.reglages.json {
      session.ecran.json(.liste(vues.map { $0.json(libelles) }))
    } else {
      for vue in vues { vue.write(to: session.ecran, libelles) }
    }
    return .fait
  }
}
