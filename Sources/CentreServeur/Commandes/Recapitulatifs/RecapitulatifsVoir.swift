import ArgumentParser
import Centre
import Convention
import Registre

struct RecapitulatifsVoir: Commande {
  static let configuration = CommandConfiguration(
    commandName: "voir", abstract: "Montre un exemplaire d’un état arrêté, ses lignes et ses totaux.",
    discussion: """
      Modèle proposé, non fourni par la convention. Les montants du JSON sont en centimes.

      Exemples :
        centre-serveur recapitulatifs voir E3101-031012-C-20260101-20261231
        centre-serveur recapitulatifs voir E3101-031012-C-20260101-20261231 --exemplaire 2 --json
      """)

  @OptionGroup var recapitulatif: OptionsRecapitulatif

  @Option(help: ArgumentHelp("Exemplaire, à partir de 1.", valueName: "n"))
  var exemplaire = 1

  @OptionGroup var perimetre: OptionsPerimetre
  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let etat = try await recapitulatif.trouver(try await session.registre(), try perimetre.perimetre()).histoire
    guard let copy = etat.exemplaires.first(where: { $0.numero == exemplaire }) else {
      throw DemandeRefusee("Cet état n’a pas d’exemplaire \(exemplaire).")
    }
    if session.reglages.json {
      session.ecran.json(VueDuRecapitulatif(etat: etat, exemplaire: copy).json)
    } else {
      VueDuRecapitulatif(etat: etat, exemplaire: copy).write(
        to: session.ecran, Libelles(table: try session.formats().derniere))
    }
    return .fait
  }
}
