import ArgumentParser
import Centre
import Foundation

struct DocumentsExtraire: Commande {
  static let configuration = CommandConfiguration(
    commandName: "extraire", abstract: "Écrit un document dans un fichier, son empreinte vérifiée.",
    discussion: """
      Un fichier qui existe n’est pas remplacé.

      Exemples :
        centre-serveur documents extraire 12 --sortie pv.pdf
        centre-serveur documents extraire 12 --sortie pv.pdf --pour poste:031012
      """)

  @Argument(help: ArgumentHelp("Numéro du document, comme « documents lister » le montre.", valueName: "numéro"))
  var document: Int64

  @Option(help: ArgumentHelp("Fichier à écrire.", valueName: "fichier"))
  var sortie: String

  @OptionGroup var perimetre: OptionsPerimetre
  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let scope = try perimetre.perimetre()
    let centre = try await session.centre()
    guard let found = try await session.depot(centre).lire(document, scope) else {
      throw DemandeRefusee("Aucun document \(document) dans ce périmètre.")
    }
    do {
      try found.octets.write(to: URL(fileURLWithPath: sortie), options: .withoutOverwriting)
    } catch {
      throw Faute("Impossible d’écrire « \(sortie) » : le fichier existe, ou le dossier n’est pas là.")
    }
    session.tell(
      [("document", JSONValue(document)), ("fichier", .texte(sortie)), ("sha256", .texte(found.document.sha256))],
      "Document \(document) écrit dans \(sortie), SHA-256 \(found.document.sha256).")
    return .fait
  }
}
