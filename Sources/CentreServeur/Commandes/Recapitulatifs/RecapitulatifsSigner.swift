import ArgumentParser
import Centre
import Convention
import Registre

struct RecapitulatifsSigner: Commande {
  static let configuration = CommandConfiguration(
    commandName: "signer", abstract: "Signe un état arrêté, au nom de l’étude qui l’établit.",
    discussion: """
      Exemples :
        centre-serveur recapitulatifs signer E3101-031012-C-20260101-20261231 --etude E3101
      """)

  @OptionGroup var recapitulatif: OptionsRecapitulatif

  @Option(help: ArgumentHelp("Étude qui signe.", valueName: "code"))
  var etude: String

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let code = try CodeEtude.option(etude)
    let fiche = try await session.deciding { centre, _ in
      let fiche = try await recapitulatif.trouver(centre.registre, .exploitant)
      try await Recapitulatifs(centre).signer(fiche.id, par: code, .exploitant, auteur: "etude:\(code)")
      return try await recapitulatif.trouver(centre.registre, .exploitant)
    }
    session.tell(fiche, "signé")
    return .fait
  }
}
