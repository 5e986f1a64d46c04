import ArgumentParser
import Centre

struct FacturesPayer: Commande {
  static let configuration = CommandConfiguration(
    commandName: "payer", abstract: "Enregistre un paiement, entier ou partiel, d’une facture reçue.",
    discussion: """
      Exemples :
        centre-serveur factures payer E3101-F-2026-0001 --montant 1234,56 --le 2026-11-15
      """)

  @Argument(help: ArgumentHelp("Facture, comme la nomme « factures lister ».", valueName: "facture"))
  var cle: String

  @Option(help: ArgumentHelp("Somme payée, en euros.", valueName: "montant"))
  var montant: String

  @Option(help: ArgumentHelp("Jour du paiement ; aujourd’hui si rien n’est dit.", valueName: "jour"))
  var le: String?

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let day = try le.map { try jour($0, of: "--le") } ?? session.jour
    let sum = try euros(montant, of: "--montant")
    return try await session.suivre(cle, .payee(le: day, sum)) { facture in
      "Facture \(cle) : \(sum.texte) payés le \(day.texte), reste \(facture.resteAPayer.texte)."
    }
  }
}
