import ArgumentParser
import Centre
import Convention

struct IncidentsDetecter: Commande {
  static let configuration = CommandConfiguration(
    commandName: "detecter",
    abstract: "Consigne un dysfonctionnement constaté ; ceux qu’il concerne sont avisés aussitôt.",
    discussion: """
      L’avis au bureau CL1A suit sous quarante-huit heures, avec les actions menées et leur calendrier : « incidents \
      action », puis « incidents aviser » (point 3, alinéa 4 du cahier des charges).

      Exemples :
        centre-serveur incidents detecter --nature disponibilite --description "site injoignable" --tous
        centre-serveur incidents detecter --nature qualite --depuis 2026-03-27T08:00 --description "retours incomplets" \
      --poste 031012
      """)

  @Option(help: ArgumentHelp("qualite ou disponibilite.", valueName: "nature"))
  var nature: String

  @Option(help: ArgumentHelp("Depuis quand, AAAA-MM-JJTHH:MM ; maintenant si rien n’est dit.", valueName: "instant"))
  var depuis: String?

  @Option(help: ArgumentHelp("Constat, lu de tous ceux qu’il concerne.", valueName: "texte"))
  var description: String

  @OptionGroup var portee: OptionsPortee
  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    guard let nature = IncidentDeService.Nature(rawValue: nature) else {
      throw MauvaisUsage("--nature : qualite ou disponibilite attendu.")
    }
    let since = try depuis.map { try instant($0, of: "--depuis") }
    let (description, portee) = (description, try portee.portee())
    return try await session.surIncident(
      { try await $0.detecter(nature, depuis: since, description: description, portee) },
      { "Dysfonctionnement \($0) consigné." })
  }
}
