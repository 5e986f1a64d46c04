import ArgumentParser
import Centre
import Convention

struct ContratsResultats: Commande {
  static let configuration = CommandConfiguration(
    commandName: "resultats", abstract: "Montants demandés et recouvrés de la période, contre les objectifs.",
    discussion: """
      Les dossiers comptés sont ceux remis à l’étude dans la période en cours du contrat, dans son département. Les axes \
      nature et collectivite relisent les dossiers : quelques secondes pour cent mille.

      Exemples :
        centre-serveur contrats resultats E3101
        centre-serveur contrats resultats E3101 --axe nature --json
      """)

  @Argument(help: ArgumentHelp("Clé du contrat, ou code de l’étude pour celui qui la lie.", valueName: "contrat"))
  var contrat: String

  @Option(
    help: ArgumentHelp(
      "general, nature, collectivite ou poste ; par défaut les postes et les axes qui ont un objectif.",
      valueName: "axe"))
  var axe: String?

  @OptionGroup var perimetre: OptionsPerimetre

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let asked = try axe.map { try mot($0, of: "--axe", Objectif.Axe.self) }
    let contrats = ContratsDuCentre(try await session.registre(), session.reglages.horloge)
    guard let bilan = try await contrats.resultats(contrat, asked, try perimetre.perimetre()) else {
      throw FauteDeContrat.inconnu
    }
    if session.reglages.json {
      session.ecran.json(VueDeContrat.json(bilan))
    } else {
      for ligne in [bilan.total] + bilan.lignes { session.ecran.ligne(VueDeContrat.texte(ligne)) }
    }
    return .fait
  }
}
