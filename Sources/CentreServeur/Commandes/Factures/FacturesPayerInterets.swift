import ArgumentParser
import Centre

struct FacturesPayerInterets: Commande {
  static let configuration = CommandConfiguration(
    commandName: "payer-interets",
    abstract: "Enregistre un paiement, entier ou partiel, des intérêts et de l’indemnité réclamés (article 17).",
    discussion: """
      Refusé tant que rien n’est réclamé.

      Exemples :
        centre-serveur factures payer-interets E3101-F-2026-0001 --montant 42,47 --le 2026-12-15
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
    return try await session.suivre(cle, .interetsPayes(le: day, sum)) { facture in
      "Facture \(cle) : \(sum.texte) d’intérêts payés le \(day.texte), reste \(facture.resteDInterets.texte)."
    }
  }
}
