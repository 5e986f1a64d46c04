import ArgumentParser
import Centre
import Convention

struct IncidentsPrevoir: Commande {
  static let configuration = CommandConfiguration(
    commandName: "prevoir", abstract: "Annonce une coupure avant qu’elle commence ; ceux qu’elle concerne sont avisés.",
    discussion: """
      Les avis partent aussitôt ; leur preuve est consignée quand ils sont remis (annexe qualité II.2). La coupure ne \
      commencera pas tant que chacun n’a pas été avisé.

      Exemples :
        centre-serveur incidents prevoir --du 2026-04-05T06:00 --au 2026-04-05T08:00 --motif "mise à niveau" --tous
      """)

  @Option(help: ArgumentHelp("Début, AAAA-MM-JJTHH:MM.", valueName: "instant"))
  var du: String

  @Option(help: ArgumentHelp("Fin, AAAA-MM-JJTHH:MM.", valueName: "instant"))
  var au: String

  @Option(help: ArgumentHelp("Motif, lu de tous ceux qu’elle concerne.", valueName: "texte"))
  var motif: String

  @OptionGroup var portee: OptionsPortee
  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let fenetre = try Fenetre(de: try instant(du, of: "--du"), a: try instant(au, of: "--au"))
    let (motif, portee) = (motif, try portee.portee())
    return try await session.surIncident({ try await $0.prevoir(fenetre, motif: motif, portee) }) {
      "Coupure \($0) annoncée \(fenetre.texte)."
    }
  }
}
