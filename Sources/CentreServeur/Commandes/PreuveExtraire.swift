import ArgumentParser
import Foundation
import Registre

struct PreuveExtraire: Commande {
  static let configuration = CommandConfiguration(
    commandName: "extraire", abstract: "Écrit la preuve d’un seul dossier, vérifiable sans la base.",
    discussion: """
      L’extrait ne contient rien des autres dossiers. Il se vérifie par « preuve verifier » ou par le vérificateur \
      indépendant script/verifier-preuve.py.

      Exemples :
        centre-serveur preuve extraire DEM2026-000101 --sortie dossier-101.json
      """)

  @Argument(help: ArgumentHelp("Numéro de la demande.", valueName: "numéro"))
  var numero: String

  @Option(help: ArgumentHelp("Fichier à écrire ; la sortie si rien n’est dit.", valueName: "fichier"))
  var sortie: String?

  @OptionGroup var perimetre: OptionsPerimetre
  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let scope = try perimetre.perimetre()
    let registre = try await session.registre()
    let found = try await registre.lire { try $0.dossiers(numero: numero, scope) }
    guard let fiche = found.first else { throw DemandeRefusee("Aucun dossier \(numero) dans ce périmètre.") }
    guard found.count == 1 else {
      throw DemandeRefusee("Plusieurs exploitations ont un dossier \(numero) : restreignez le périmètre (--pour).")
    }
    let octets = try await registre.extraire(fiche).octets()
    guard let sortie else {
      session.ecran.ecrire(String(decoding: octets, as: UTF8.self))
      return .fait
    }
    try Data(octets).write(to: URL(fileURLWithPath: sortie), options: .atomic)
    session.ecran.signaler("Preuve du dossier \(numero) écrite dans \(sortie).")
    return .fait
  }
}
