import ArgumentParser
import Centre
import Convention
import Registre

struct DeclarationDeposer: Commande {
  static let configuration = CommandConfiguration(
    commandName: "deposer", abstract: "Dépose la fiche de moyens du jour, qui remplace la précédente.",
    discussion: """
      Une fiche incomplète est acceptée : ce qui lui manque est signalé (point 3, alinéa 3 du cahier des charges).

      Exemples :
        centre-serveur declaration deposer --equipement "deux serveurs" --telephonie "ligne 24 h" --effectifs "trois personnes"
      """)

  @Option(help: ArgumentHelp("Équipement informatique.", valueName: "texte"))
  var equipement: String?

  @Option(help: ArgumentHelp("Équipement téléphonique.", valueName: "texte"))
  var telephonie: String?

  @Option(help: ArgumentHelp("Effectifs.", valueName: "texte"))
  var effectifs: String?

  @Option(help: ArgumentHelp("Prestations déclarées.", valueName: "texte"))
  var services: String?

  @Option(help: ArgumentHelp("Organisation des services.", valueName: "texte"))
  var organisation: String?

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let given: [(FicheDeMoyens.Rubrique, String?)] = [
      (.equipementInformatique, equipement), (.telephonie, telephonie), (.effectifs, effectifs), (.services, services),
      (.organisation, organisation),
    ]
    let textes = Dictionary(
      given.compactMap { rubrique, texte in texte.map { (rubrique, $0) } }, uniquingKeysWith: { first, _ in first })
    let fiche = try await session.deciding { centre, _ in try await DevoirsDuCentre(centre).deposer(textes) }
    VueDHistoires.dire(fiche, "Fiche de moyens du \(session.jour.texte) déposée.", session)
    return .fait
  }
}
