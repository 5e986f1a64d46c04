import ArgumentParser
import Generation

/// Invented lives on which every rule is tried.
struct ReglesEprouver: Commande {
  static let configuration = CommandConfiguration(
    commandName: "eprouver",
    abstract: "Éprouve les règles sur des vies inventées et dit ce qu’elles mettent en défaut.",
    discussion: """
      Chaque graine donne une vie, toujours la même : d’un dossier (sept sur dix), d’un contrat, d’un incident ou de factures, \
      avec des commandes de toute sorte, bonnes ou mauvaises. Après chacune, tous les invariants sont vérifiés. Une vie \
      fautive s’arrête à sa première faute ; seule (--vies 1), elle est racontée pas à pas. Les totaux ne dépendent pas du \
      nombre de cœurs. Rien n’est lu ni écrit : --base, --echanges et --jour sont sans effet. Code de retour 1 si un \
      invariant est mis en défaut.

      Exemples :
        centre-serveur regles eprouver
        centre-serveur regles eprouver --vies 1000000 --graine 5000000
        centre-serveur regles eprouver --vies 1 --graine 1234
        centre-serveur regles eprouver --vies 20000 --json
      """)

  @Option(help: ArgumentHelp("Nombre de vies.", valueName: "nombre"))
  var vies = 100_000

  @Option(help: ArgumentHelp("Graine de la première vie.", valueName: "nombre"))
  var graine: UInt64 = 1

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    guard (1...100_000_000).contains(vies), graine <= UInt64(Int64.max) else {
      throw MauvaisUsage("--vies : de 1 à 100 000 000 attendu, et une graine d’au plus \(Int64.max).")
    }
    let bilan = try await bilan(session)
    if session.reglages.json {
      session.ecran.json(bilan.json(graine))
    } else {
      for ligne in bilan.lignes(graine) { session.ecran.ligne(ligne) }
    }
    return bilan.fautes == 0 ? .fait : .refuse
  }

  private func bilan(_ session: Session) async throws -> BilanDEpreuve {
    guard vies > 1 else {
      return Epreuve.raconter(graine) { recit in
        if !session.reglages.json { session.ecran.ligne(recit) }
      }
    }
    let barre = BarreDeProgression(session.ecran)
    let bilan = await Epreuve(vies: vies, graine: graine).eprouver { done in
      barre.show(Int64(done), of: Int64(vies), "vies")
    }
    barre.finish()
    return bilan
  }
}
