import ArgumentParser
import Centre
import Convention
import Registre

struct RecapitulatifsTransmettre: Commande {
  static let configuration = CommandConfiguration(
    commandName: "transmettre", abstract: "Transmet au comptable les deux exemplaires d’un état signé.",
    discussion: """
      Exemples :
        centre-serveur recapitulatifs transmettre E3101-031012-C-20260101-20261231
      """)

  @OptionGroup var recapitulatif: OptionsRecapitulatif
  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let fiche = try await session.deciding { centre, _ in
      let fiche = try await recapitulatif.trouver(centre.registre, .exploitant)
      try await Recapitulatifs(centre)
        .transmettre(fiche.id, .exploitant, auteur: "etude:\(fiche.histoire.contenu.etude)")
      return try await recapitulatif.trouver(centre.registre, .exploitant)
    }
    session.tell(fiche, "transmis au comptable")
    return .fait
  }
}
