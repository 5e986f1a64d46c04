import ArgumentParser
import Centre
import Foundation
import Registre

struct RegistreRestaurer: Commande {
  static let configuration = CommandConfiguration(
    commandName: "restaurer",
    abstract: "Refait dans une base neuve ce qu’un dossier de sauvegarde a gardé, et le vérifie.",
    discussion: """
      La base d’arrivée est celle de --base ou de la configuration ; elle doit être vide. Tout est ensuite relu et comparé \
      à la fiche, et le journal vérifié jusqu’à ses sceaux. Sur PostgreSQL, pg_restore fait le travail, en une transaction.

      Exemples :
        centre-serveur registre restaurer --de /sauvegardes/2026-11-27 --base sqlite:centre.sqlite
        centre-serveur registre restaurer --de /sauvegardes/soir --base postgresql://centre@base.example/neuve
      """)

  @Option(help: ArgumentHelp("Dossier d’une sauvegarde.", valueName: "dossier"))
  var de: String

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let barre = BarreDeProgression(session.ecran)
    defer { barre.finish() }
    let (fiche, verdict) = try await DossierDeSauvegarde(URL(fileURLWithPath: de)).restaurer(
      session.reglages.base.ouvrir()
    ) { barre.show($0, of: $1, "relecture") }
    barre.finish()
    guard !session.reglages.json else {
      session.ecran.json(
        .objet(
          [("base", .texte(session.reglages.base.texte)), ("evenements_verifies", JSONValue(verdict.evenements))]
            + fiche.contenu.membres))
      return .fait
    }
    for ligne in fiche.contenu.lignesDeTables { session.ecran.ligne(ligne) }
    session.ecran.ligne(
      "\(session.reglages.base.texte) : \(fiche.contenu.phrase("restaurée", "restaurées"))")
    session.ecran.ligne(verdict.texte)
    return .fait
  }
}
