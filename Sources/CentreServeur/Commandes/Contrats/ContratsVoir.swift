import ArgumentParser
import Centre
import Convention

struct ContratsVoir: Commande {
  static let configuration = CommandConfiguration(
    commandName: "voir", abstract: "Un contrat : ses clauses, ses résultats, ses actes, et pourquoi.",
    discussion: """
      Exemples :
        centre-serveur contrats voir E3101
        centre-serveur contrats voir 31-E3101-20250101 --json
      """)

  @Argument(help: ArgumentHelp("Clé du contrat, ou code de l’étude pour celui qui la lie.", valueName: "contrat"))
  var contrat: String

  @OptionGroup var perimetre: OptionsPerimetre

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let contrats = ContratsDuCentre(try await session.registre(), session.reglages.horloge)
    guard let vu = try await contrats.voir(contrat, try perimetre.perimetre()) else { throw FauteDeContrat.inconnu }
    if session.reglages.json {
      session.ecran.json(VueDeContrat.json(vu))
    } else {
      VueDeContrat.write(vu, to: session.ecran)
    }
    return .fait
  }
}
