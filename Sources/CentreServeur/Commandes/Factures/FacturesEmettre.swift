import ArgumentParser
import Centre
import Convention

struct FacturesEmettre: Commande {
  static let configuration = CommandConfiguration(
    commandName: "emettre",
    abstract: "Émet la facture d’une étude pour une période, à l’adresse du directeur signataire.",
    discussion: """
      Refusée s’il n’y a rien à facturer ou si la convention ne le permet pas. Le même numéro pour la même période \
      rend la facture déjà émise.

      Exemples :
        centre-serveur factures emettre --etude E3101 --du 2026-01-01 --au 2026-03-31
        centre-serveur factures emettre --etude E3101 --du 2026-01-01 --au 2026-03-31 --numero F-2026-0007
      """)

  @OptionGroup var facture: OptionsDeFacture
  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let demande = try facture.demande()
    let fiche = try await session.deciding { centre, _ in
      try await Facturation(centre, .exploitant).emettre(demande, par: .init("exploitant"))
    }
    let vue = VueDeFacture(fiche: fiche, jour: session.jour)
    if session.reglages.json {
      session.ecran.json(vue.json)
    } else {
      session.ecran.ligne(
        "Facture \(fiche.cle) émise : \(accorde(fiche.histoire.projet.lignes.count, "ligne", "lignes")), "
          + "\(fiche.histoire.montant.texte) TTC.")
    }
    return .fait
  }
}
