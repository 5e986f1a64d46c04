import ArgumentParser
import Convention

struct ExpliquerDate: Commande {
  static let configuration = CommandConfiguration(
    commandName: "date", abstract: "Tous les délais de la convention qui courent d’un jour, avec leur calcul.",
    discussion: """
      Le jour donné est le jour 0 de chaque délai. Un dernier jour qui n’est pas ouvrable est dit, reporté ou non par sa \
      règle (article 642 du code de procédure civile).

      Exemples :
        centre-serveur expliquer date 02/03/2026
        centre-serveur expliquer date 2026-03-02 --phase judiciaire --departement 67
        centre-serveur expliquer date 02/03/2026 --phase comminatoire --duree 60 --json
      """)

  @Argument(help: ArgumentHelp("Jour 0, par exemple 02/03/2026.", valueName: "jour"))
  var date: String

  @Option(help: ArgumentHelp("comminatoire ou judiciaire ; les deux si rien n’est dit.", valueName: "phase"))
  var phase: String?

  @Option(help: ArgumentHelp("Où compter les jours fériés.", valueName: "code"))
  var departement: String?

  @Option(help: ArgumentHelp("Durée de la phase au contrat, en jours, de 1 à 3650.", valueName: "jours"))
  var duree: Int?

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    if let duree, !(1...3650).contains(duree) { throw MauvaisUsage("--duree va de 1 à 3650 jours.") }
    let day = try SaisieDeDroit.jour(date)
    let delais = DelaisDuJour(
      day, try phase.map { [try SaisieDeDroit.phase($0)] } ?? Phase.allCases,
      try departement.map(SaisieDeDroit.departement), dureeDays: duree)
    session.tell(
      delais.groupes.map {
        (titre: "À compter du \(day.texte) — \($0.titre)", explications: $0.explications, reserves: [])
      })
    return .fait
  }
}
