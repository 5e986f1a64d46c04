import ArgumentParser
import Foundation
import Interface

struct TableurModele: Commande {
  static let configuration = CommandConfiguration(
    commandName: "modele", abstract: "Écrit un classeur prêt à remplir, avec une ligne d’exemple que l’import saute.",
    discussion: """
      Exemples :
        centre-serveur tableur modele demandes.xlsx
      """)

  @Argument(help: ArgumentHelp("Classeur à écrire (.xlsx).", valueName: "fichier"))
  var fichier: String

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    guard fichier.hasSuffix(".xlsx") else { throw MauvaisUsage("« \(fichier) » : un nom en .xlsx est attendu.") }
    guard !FileManager.default.fileExists(atPath: fichier) else { throw DemandeRefusee("« \(fichier) » existe déjà.") }
    try ModeleDeTableur.write(fichier: fichier, instant: session.reglages.horloge.instant)
    session.ecran.signaler("Modèle écrit dans \(fichier).")
    return .fait
  }
}
