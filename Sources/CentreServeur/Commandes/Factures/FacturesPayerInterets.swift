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

  @OptionGroup var paiement: OptionsDePaiement
  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let (day, sum) = try paiement.lues(session)
    return try await session.suivre(paiement.cle, .interetsPayes(le: day, sum)) { facture in
      "Facture \(paiement.cle) : \(sum.texte) d’intérêts payés le \(day.texte), reste \(facture.resteDInterets.texte)."
    }
  }
}
