import ArgumentParser
import Centre

struct FacturesInterets: Commande {
  static let configuration = CommandConfiguration(
    commandName: "interets",
    abstract: "Réclame, pour l’étude, les intérêts moratoires et l’indemnité d’un paiement en retard (article 17).",
    discussion: """
      Refusé tant que rien n’est en retard.

      Exemples :
        centre-serveur factures interets E3101-F-2026-0001
      """)

  @Argument(help: ArgumentHelp("Facture, comme la nomme « factures lister ».", valueName: "facture"))
  var cle: String

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    try await session.suivre(cle, .interetsReclames) { facture in
      let interets = facture.interetsReclames
      return "Facture \(cle) : \(interets?.total.texte ?? "—") réclamés, dont \(interets?.indemnite.texte ?? "—") "
        + "d’indemnité, pour \(accorde(interets?.retardDays ?? 0, "jour", "jours")) de retard."
    }
  }
}
