import ArgumentParser
import Centre
import Convention

struct ContratsConclure: Commande {
  static let configuration = CommandConfiguration(
    commandName: "conclure", abstract: "Ouvre un contrat départemental de trois ans avec une étude.",
    discussion: """
      Un seul à la fois par département et par étude (article 1, alinéa 3 ; article 19). Il ne laisse rien passer avant \
      toutes ses signatures (contrats signer) et l’engagement de l’étude (contrats engager).

      Exemples :
        centre-serveur contrats conclure E3101 --departement 31 --du 2026-06-01
        centre-serveur contrats conclure E9711 --departement 971 --autorite CONJOINTE --du 2026-06-01
      """)

  @Argument(help: ArgumentHelp("Code de l’étude.", valueName: "étude"))
  var etude: String

  @Option(help: ArgumentHelp("Département du directeur qui signe.", valueName: "département"))
  var departement: String

  @Option(help: ArgumentHelp("DIRECTEUR, ou CONJOINTE là où le TPG et le DSF signent ensemble.", valueName: "autorité"))
  var autorite = AutoriteDuDepartement.directeur.rawValue

  @Option(help: ArgumentHelp("Premier jour du contrat.", valueName: "jour"))
  var du: String

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let conclusion = ContratsDuCentre.AConclure(
      try CodeDonne.etude(etude), try CodeDonne.departement(departement),
      try mot(autorite, of: "--autorite", AutoriteDuDepartement.self), du: try jour(du, of: "--du"))
    let fiche = try await session.deciding { centre, _ in try await ContratsDuCentre(centre).conclure(conclusion) }
    session.tell(
      [("contrat", .texte(fiche.cle))],
      "\(fiche.cle) — conclu jusqu’au \(fiche.histoire.contrat(on: session.jour).au.texte) ; il attend ses signatures.")
    return .fait
  }
}
