import ArgumentParser
import Centre
import Convention

struct ContratsLister: Commande {
  static let configuration = CommandConfiguration(
    commandName: "lister", abstract: "Les contrats, leur état, leur dernier jour et ce qui approche.",
    discussion: """
      Exemples :
        centre-serveur contrats lister
        centre-serveur contrats lister --pour departement:31 --json
      """)

  @OptionGroup var perimetre: OptionsPerimetre

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let contrats = ContratsDuCentre(try await session.registre(), session.reglages.horloge)
    let lignes = try await contrats.lister(try perimetre.perimetre(), limit: 10_000)
    if session.reglages.json {
      session.ecran.json(.liste(lignes.map(VueDeContrat.json)))
      return .fait
    }
    for ligne in lignes { session.ecran.ligne(VueDeContrat.texte(ligne)) }
    session.ecran.ligne(accorde(lignes.count, "contrat", "contrats") + ".")
    return .fait
  }
}
