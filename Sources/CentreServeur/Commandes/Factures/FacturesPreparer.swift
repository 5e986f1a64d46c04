import ArgumentParser
import Centre
import Convention

struct FacturesPreparer: Commande {
  static let configuration = CommandConfiguration(
    commandName: "preparer",
    abstract:
      "Montre ce qu’une étude peut facturer d’une période : lignes, totaux, et ce qui n’est pas dû, avec la raison.",
    discussion: """
      Ne change rien. Actes, droits et forfaits des dossiers judiciaires qui ne sont sur aucune facture (article 16).

      Exemples :
        centre-serveur factures preparer --etude E3101 --du 2026-01-01 --au 2026-03-31
        centre-serveur factures preparer --etude E3101 --du 2026-01-01 --au 2026-03-31 --json
      """)

  @OptionGroup var facture: OptionsDeFacture
  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let demande = try facture.demande()
    let preparation = try await Facturation(try await session.centre(), .exploitant).preparer(demande)
    let vue = VueDePreparation(preparation: preparation)
    if session.reglages.json { session.ecran.json(vue.json) } else { vue.write(to: session.ecran) }
    return .fait
  }
}
