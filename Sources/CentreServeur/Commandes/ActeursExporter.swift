import ArgumentParser
import Centre
import Foundation
import Registre

struct ActeursExporter: Commande {
  static let configuration = CommandConfiguration(
    commandName: "exporter", abstract: "Écrit l’annuaire dans la forme que « importer » relit.",
    discussion: """
      Sans fichier, l’annuaire s’affiche, en YAML ou, avec --json, en JSON. Le nom du fichier choisit la forme.

      Exemples :
        centre-serveur acteurs exporter
        centre-serveur acteurs exporter referentiel.yaml
        centre-serveur acteurs exporter referentiel.json
      """)

  @Argument(help: ArgumentHelp("Fichier à écrire (.yaml, .yml ou .json).", valueName: "fichier"))
  var fichier: String?

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let contrats = ContratsDuCentre(try await session.registre(), session.reglages.horloge)
    let lus = try await session.registre().lire {
      ActeursLus(annuaire: try contrats.complet($0.annuaire(), $0), flux: try $0.fluxRegles())
    }
    let value = EcritureDActeurs.json(lus)
    guard let fichier else {
      session.ecran.ecrire(session.reglages.json ? value.pages() + "\n" : try value.yaml)
      return .fait
    }
    let isJSON = fichier.hasSuffix(".json")
    guard isJSON || fichier.hasSuffix(".yaml") || fichier.hasSuffix(".yml") else {
      throw MauvaisUsage("« \(fichier) » : un nom en .yaml, .yml ou .json est attendu.")
    }
    let text = isJSON ? value.pages() + "\n" : try value.yaml
    try Data(text.utf8).write(to: URL(fileURLWithPath: fichier), options: .atomic)
    session.ecran.signaler("Annuaire écrit dans \(fichier).")
    return .fait
  }
}
