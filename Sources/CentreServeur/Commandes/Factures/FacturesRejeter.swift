import ArgumentParser
import Centre

struct FacturesRejeter: Commande {
  static let configuration = CommandConfiguration(
    commandName: "rejeter",
    abstract: "Rejette une facture qui n’est pas payée ; ses lignes peuvent être facturées de nouveau.",
    discussion: """
      Exemples :
        centre-serveur factures rejeter E3101-F-2026-0001 --motif "état de poursuites absent"
      """)

  @Argument(help: ArgumentHelp("Facture, comme la nomme « factures lister ».", valueName: "facture"))
  var cle: String

  @Option(help: ArgumentHelp("Pourquoi.", valueName: "texte"))
  var motif: String

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    try await session.suivre(cle, .rejetee(motif: motif)) { _ in "Facture \(cle) rejetée : \(motif)." }
  }
}
