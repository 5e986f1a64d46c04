import ArgumentParser
import Centre
import Convention

struct ContratsAlertes: Commande {
  static let configuration = CommandConfiguration(
    commandName: "alertes",
    abstract: "Ce qui approche ou tarde, contrat par contrat : termes, préavis, revues, documents.",
    discussion: """
      Exemples :
        centre-serveur contrats alertes
        centre-serveur contrats alertes --le 2027-09-01 --pour departement:31
      """)

  @Option(help: ArgumentHelp("Jour d’où l’on regarde ; aujourd’hui si rien n’est dit.", valueName: "jour"))
  var le: String?

  @OptionGroup var perimetre: OptionsPerimetre

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let day = try le.map { try jour($0, of: "--le") }
    let contrats = ContratsDuCentre(try await session.registre(), session.reglages.horloge)
    let found = try await contrats.alertes(on: day, try perimetre.perimetre())
    if session.reglages.json {
      session.ecran.json(.liste(found.map { VueDeContrat.json($0.alerte, of: $0.cle) }))
      return .fait
    }
    for item in found { session.ecran.ligne("\(item.alerte.echeance.texte)  \(item.cle)  \(item.alerte.texte)") }
    session.ecran.ligne(accorde(found.count, "alerte", "alertes") + ".")
    return .fait
  }
}
