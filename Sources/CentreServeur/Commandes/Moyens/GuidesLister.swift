import ArgumentParser
import Centre
import Convention
import Registre

struct GuidesLister: Commande {
  static let configuration = CommandConfiguration(
    commandName: "lister", abstract: "Les versions du guide et ce que chacune apporte.",
    discussion: """
      Exemples :
        centre-serveur guides lister
        centre-serveur guides lister --json
      """)

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let guides = try await session.registre().lire { try $0.declaration()?.histoire.guides.versions ?? [] }
    if session.reglages.json {
      session.ecran.json(
        .liste(
          guides.map {
            .objet([
              ("version", .texte($0.version)), ("jour", JSONValue($0.jour)),
              ("nouveautes", .texte($0.nouveautes.texte)),
            ])
          }))
      return .fait
    }
    for guide in guides { session.ecran.ligne("\(guide.version)  \(guide.jour.texte)  \(guide.nouveautes.texte)") }
    session.ecran.ligne(accorde(guides.count, "version", "versions") + ".")
    return .fait
  }
}
