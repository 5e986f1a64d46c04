import ArgumentParser
import Centre

struct FacturesPayer: Commande {
  static let configuration = CommandConfiguration(
    commandName: "payer", abstract: "Enregistre un paiement, entier ou partiel, d’une facture reçue.",
    discussion: """
      Exemples :
        centre-serveur factures payer E3101-F-2026-0001 --montant 1234,56 --le 2026-11-15
      """)

  @OptionGroup var paiement: OptionsDePaiement
  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let (day, sum) = try paiement.lues(session)
    return try await session.suivre(paiement.cle, .payee(le: day, sum)) { facture in
      "Facture \(paiement.cle) : \(sum.texte) payés le \(day.texte), reste \(facture.resteAPayer.texte)."
    }
  }
}
