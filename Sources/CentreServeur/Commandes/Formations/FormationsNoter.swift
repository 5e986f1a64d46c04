import ArgumentParser
import Centre
import Convention
import Registre

struct FormationsNoter: Commande {
  static let configuration = CommandConfiguration(
    commandName: "noter", abstract: "Note qu’une formation a été tenue : qui est venu, combien de demi-journées.",
    discussion: """
      Exemples :
        centre-serveur formations noter F-2026-001 --le 2026-04-09 --present 031012=3 --present 031020=2
      """)

  @Argument(help: ArgumentHelp("Numéro de la formation.", valueName: "numéro"))
  var numero: String

  @Option(help: ArgumentHelp("Jour où elle a été tenue.", valueName: "jour"))
  var le: String

  @Option(help: ArgumentHelp("CODIQUE=PERSONNES ; se répète.", valueName: "présence"))
  var present: [String] = []

  @Option(help: ArgumentHelp("Demi-journées.", valueName: "n"))
  var demiJournees = 1

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let (numero, day, halfDays) = (numero, try CodeDonne.jour(le, of: "--le"), demiJournees)
    let presences = try present.map(FormationsNoter.presence)
    let fiche = try await session.deciding { centre, _ in
      try await DevoirsDuCentre(centre).tenirFormation(numero, jour: day, presences: presences, halfDays: halfDays)
    }
    VueDHistoires.dire(fiche, "Formation \(fiche.cle) tenue le \(day.texte).", session)
    return .fait
  }

  private static func presence(_ text: String) throws -> Formation.Presence {
    let parts = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let poste = Codique(parts[0]), let count = Int(parts[1]) else {
      throw MauvaisUsage("--present « \(text) » : CODIQUE=PERSONNES attendu.")
    }
    return Formation.Presence(poste: poste, participants: count)
  }
}
