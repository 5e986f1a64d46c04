import ArgumentParser
import Centre
import Convention
import Registre

struct DevoirsRapport: Commande {
  static let configuration = CommandConfiguration(
    commandName: "rapport",
    abstract: "Comment le centre a tenu ses devoirs d’un jour à un autre, pour CL1A et les directions.",
    discussion: """
      Exemples :
        centre-serveur devoirs rapport --du 2026-01-01 --au 2026-03-31
        centre-serveur devoirs rapport --du 2026-01-01 --au 2026-03-31 --pour departement:31 --json
      """)

  @Option(help: ArgumentHelp("Premier jour.", valueName: "jour"))
  var du: String

  @Option(help: ArgumentHelp("Dernier jour.", valueName: "jour"))
  var au: String

  @OptionGroup var perimetre: OptionsPerimetre

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let (first, last) = (try jour(du, of: "--du"), try jour(au, of: "--au"))
    guard first <= last else { throw MauvaisUsage("--du vient après --au.") }
    let rapport = try await DevoirsDuCentre(session.centre()).rapport(
      du: first, au: last, try perimetre.perimetre())
    if session.reglages.json {
      session.ecran.json(
        .objet([
          ("du", JSONValue(first)), ("au", JSONValue(last)),
          (
            "sections",
            .liste(
              rapport.sections.map {
                .objet([("titre", .texte($0.titre)), ("lignes", .liste($0.lignes.map { .texte($0) }))])
              })
          ),
        ]))
    } else {
      session.ecran.ligne(rapport.texte)
    }
    return .fait
  }
}
