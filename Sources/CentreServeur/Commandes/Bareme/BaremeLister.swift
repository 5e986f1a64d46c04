import ArgumentParser
import Centre
import Convention

struct BaremeLister: Commande {
  static let configuration = CommandConfiguration(
    commandName: "lister", abstract: "Les valeurs d’un jour, ou toutes, avec leurs dates et leur source.",
    discussion: """
      Une valeur dont le texte n’a pu être lu est marquée « non vérifiée ».

      Exemples :
        centre-serveur bareme lister
        centre-serveur bareme lister --le 01/02/2011
        centre-serveur bareme lister --tout --non-verifiees --json
      """)

  @Option(help: ArgumentHelp("Jour des valeurs ; aujourd’hui si rien n’est dit.", valueName: "jour"))
  var le: String?

  @Flag(help: "Toutes les valeurs, passées et à venir.")
  var tout = false

  @Flag(help: "Seulement celles dont le texte n’a pu être lu.")
  var nonVerifiees = false

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    guard !tout || le == nil else { throw MauvaisUsage("--tout montre tous les jours : il ne va pas avec --le.") }
    let day = try le.map(SaisieDeDroit.jour) ?? session.jour
    let values = Bareme.valeurs(on: tout ? nil : day, nonVerifiees: nonVerifiees)
    if session.reglages.json {
      session.ecran.json(.liste(values.map(\.json)))
      return .fait
    }
    session.ecran.ligne(tout ? "Toutes les valeurs" : "Valeurs du \(day.texte)")
    for value in values { value.write(to: session.ecran) }
    let unread = values.count { !$0.verifiee }
    session.ecran.ligne(
      "\(accorde(values.count, "valeur", "valeurs")), dont \(unread) non \(unread < 2 ? "vérifiée" : "vérifiées").")
    return .fait
  }
}
