import ArgumentParser
import Centre
import Convention
import Registre

struct IncidentsDisponibilite: Commande {
  static let configuration = CommandConfiguration(
    commandName: "disponibilite", abstract: "Disponibilité d’un mois, toutes causes et hors causes exonérées.",
    discussion: """
      Exemples :
        centre-serveur incidents disponibilite
        centre-serveur incidents disponibilite --mois 2026-03 --json
      """)

  @Option(help: ArgumentHelp("Mois, AAAA-MM ; celui du jour si rien n’est dit.", valueName: "mois"))
  var mois: String?

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let day = try mois.map { try jour("\($0)-01", of: "--mois") } ?? session.jour
    let found = try await DevoirsDuCentre(session.centre()).disponibilite(moisDe: day)
    if session.reglages.json {
      session.ecran.json(
        .objet([
          ("periode", .texte(found.periode.texte)), ("minutes", JSONValue(found.minutes)),
          ("minutes_annoncees", JSONValue(found.minutesAnnoncees)), ("minutes_arret", JSONValue(found.minutesArret)),
          ("minutes_imputables", JSONValue(found.minutesImputables)),
          ("centiemes_brute", JSONValue(found.brute.centiemes)),
          ("centiemes_hors_exonerations", JSONValue(found.horsExonerations.centiemes)),
        ]))
      return .fait
    }
    let explication = found.explication
    session.ecran.ligne("\(explication.titre) \(found.periode.texte)")
    for line in explication.calcul { session.ecran.ligne("  \(line)") }
    return .fait
  }
}
