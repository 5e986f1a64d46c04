import ArgumentParser
import Centre
import Registre

struct SommesRetards: Commande {
  static let configuration = CommandConfiguration(
    commandName: "retards", abstract: "Les sommes dont le dernier jour est passé, le plus ancien d’abord.",
    discussion: """
      Code de retour 0, qu’il y en ait ou non.

      Exemples :
        centre-serveur sommes retards
        centre-serveur sommes retards --etude E3101 --json
      """)

  @Option(help: ArgumentHelp("Sommes de cette étude.", valueName: "code"))
  var etude: String?

  @OptionGroup var perimetre: OptionsPerimetre
  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let sommes = try await session.sommes(try perimetre.perimetre(), etude: etude)
    let late = sommes.enRetard
    if session.reglages.json {
      session.ecran.json(.liste(late.map { VueDesSommes.json($0, on: sommes.jour) }))
      return .fait
    }
    for somme in late { session.ecran.ligne(VueDesSommes.texte(somme, on: sommes.jour)) }
    session.ecran.ligne(accorde(late.count, "somme en retard", "sommes en retard") + ".")
    return .fait
  }
}
