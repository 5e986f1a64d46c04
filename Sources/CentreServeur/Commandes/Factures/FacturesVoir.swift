import ArgumentParser
import Centre
import Convention

struct FacturesVoir: Commande {
  static let configuration = CommandConfiguration(
    commandName: "voir", abstract: "Montre une facture : payeur, lignes, totaux, limite de paiement, intérêts dus.",
    discussion: """
      Exemples :
        centre-serveur factures voir E3101-F-2026-0001
        centre-serveur factures voir E3101-F-2026-0001 --pour departement:31 --json
      """)

  @Argument(help: ArgumentHelp("Facture, comme la nomme « factures lister ».", valueName: "facture"))
  var cle: String

  @OptionGroup var perimetre: OptionsPerimetre
  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let scope = try perimetre.perimetre()
    let fiche = try await Facturation(try await session.centre(), scope).facture(cle: cle)
    let vue = VueDeFacture(fiche: fiche, jour: session.jour)
    if session.reglages.json { session.ecran.json(vue.json) } else { vue.write(to: session.ecran) }
    return .fait
  }
}
