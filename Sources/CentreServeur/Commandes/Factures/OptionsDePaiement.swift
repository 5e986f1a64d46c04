import ArgumentParser
import Convention

/// What is paid of an invoice, and when.
struct OptionsDePaiement: ParsableArguments {
  @Argument(help: ArgumentHelp("Facture, comme la nomme « factures lister ».", valueName: "facture"))
  var cle: String

  @Option(help: ArgumentHelp("Somme payée, en euros.", valueName: "montant"))
  var montant: String

  @Option(help: ArgumentHelp("Jour du paiement ; aujourd’hui si rien n’est dit.", valueName: "jour"))
  var le: String?

  func lues(_ session: Session) throws -> (jour: Jour, montant: Montant) {
    (try le.map { try jour($0, of: "--le") } ?? session.jour, try euros(montant, of: "--montant"))
  }
}
