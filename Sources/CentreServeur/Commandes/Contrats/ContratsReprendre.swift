import ArgumentParser
import Centre
import Convention

struct ContratsReprendre: Commande {
  static let configuration = CommandConfiguration(
    commandName: "reprendre", abstract: "Ouvre l’histoire des contrats de l’annuaire qui n’en ont pas encore.",
    discussion: """
      À faire une fois sur une base faite avant que les actes des contrats ne soient tenus. « acteurs importer » le fait \
      pour les études qu’il nomme.

      Exemples :
        centre-serveur contrats reprendre
      """)

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let ecarts = try await session.deciding { centre, _ in try await ContratsDuCentre(centre).reprendre() }
    for ecart in ecarts { session.ecran.signaler("Avertissement — \(ecart)") }
    let contrats = ContratsDuCentre(try await session.registre(), session.reglages.horloge)
    let count = try await contrats.lister(.exploitant, limit: 10_000).count
    session.tell([("contrats", JSONValue(count))], "Actes tenus : \(accorde(count, "contrat", "contrats")).")
    return .fait
  }
}
