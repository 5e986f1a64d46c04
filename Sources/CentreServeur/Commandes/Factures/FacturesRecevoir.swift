import ArgumentParser
import Centre

struct FacturesRecevoir: Commande {
  static let configuration = CommandConfiguration(
    commandName: "recevoir",
    abstract: "Enregistre la réception par le directeur : les trente jours courent (article 17).",
    discussion: """
      Exemples :
        centre-serveur factures recevoir E3101-F-2026-0001
        centre-serveur factures recevoir E3101-F-2026-0001 --le 2026-10-16
      """)

  @Argument(help: ArgumentHelp("Facture, comme la nomme « factures lister ».", valueName: "facture"))
  var cle: String

  @Option(help: ArgumentHelp("Jour de la réception ; aujourd’hui si rien n’est dit.", valueName: "jour"))
  var le: String?

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let day = try le.map { try jour($0, of: "--le") } ?? session.jour
    return try await session.suivre(cle, .recue(le: day)) { facture in
      "Facture \(cle) reçue le \(day.texte), à payer au plus tard le \(facture.limite?.texte ?? "—")."
    }
  }
}
