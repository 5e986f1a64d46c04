import ArgumentParser
import Centre
import Convention
import Registre

struct RecapitulatifsArreter: Commande {
  static let configuration = CommandConfiguration(
    commandName: "arreter", abstract: "Arrête un état dû, en deux exemplaires, d’après le journal.",
    discussion: """
      La période est l’une de celles que montre « recapitulatifs dus » ; ses chiffres ne changent plus ensuite.

      Exemples :
        centre-serveur recapitulatifs arreter --etude E3101 --poste 031012 --phase C --du 2026-01-01 --au 2026-12-31
      """)

  @Option(help: ArgumentHelp("Étude qui l’établit.", valueName: "code"))
  var etude: String

  @Option(help: ArgumentHelp("Poste à qui il est dû.", valueName: "codique"))
  var poste: String

  @Option(help: ArgumentHelp("C, phase comminatoire, ou J, recouvrement judiciaire.", valueName: "phase"))
  var phase: String

  @Option(help: ArgumentHelp("Premier jour de la période.", valueName: "jour"))
  var du: String

  @Option(help: ArgumentHelp("Dernier jour de la période.", valueName: "jour"))
  var au: String

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    guard let codique = Codique(poste) else { throw MauvaisUsage("Poste « \(poste) » : un codique attendu.") }
    guard let phase = Phase(rawValue: phase) else { throw MauvaisUsage("Phase « \(phase) » : C ou J attendu.") }
    let attendu = RecapitulatifAttendu(
      etude: try .option(etude), poste: codique, phase: phase,
      periode: try PeriodeRecapitulee(du: try jour(du, of: "--du"), au: try jour(au, of: "--au")))
    let fiche = try await session.deciding { centre, _ in
      let id = try await Recapitulatifs(centre).arreter(attendu, par: "etude:\(attendu.etude)")
      return try await centre.registre.lire { try $0.recit(EtatRecapitulatif.self, id: id, .exploitant)?.fiche }
    }
    if let fiche { session.tell(fiche, "arrêté en deux exemplaires") }
    return .fait
  }
}
