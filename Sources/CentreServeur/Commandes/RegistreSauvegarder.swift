import ArgumentParser
import Centre
import Foundation
import Registre

struct RegistreSauvegarder: Commande {
  static let configuration = CommandConfiguration(
    commandName: "sauvegarder",
    abstract: "Garde la base entière, telle qu’elle est à un instant, dans un dossier nouveau.",
    discussion: """
      Le centre peut travailler pendant ce temps. Le dossier a la base et une fiche de ce qu’elle contient ; il n’apparaît \
      qu’une fois entier sur le disque. Gardez avec lui une copie du dossier d’échanges, prise après lui. Sur PostgreSQL, \
      pg_dump fait le travail (paquet postgresql-client).

      Exemples :
        centre-serveur registre sauvegarder --vers /sauvegardes/2026-11-27
        centre-serveur registre sauvegarder --vers /sauvegardes/soir --base postgresql://centre@base.example/centre
      """)

  @Option(help: ArgumentHelp("Dossier à faire ; rien ne doit y être encore.", valueName: "dossier"))
  var vers: String

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let barre = BarreDeProgression(session.ecran)
    defer { barre.finish() }
    let fiche = try await DossierDeSauvegarde(URL(fileURLWithPath: vers)).faire(
      session.registre(), instant: Reglages.montre.instant
    ) { barre.show($0, of: $1, "sauvegarde") }
    barre.finish()
    guard !session.reglages.json else {
      session.ecran.json(.objet([("dossier", .texte(vers))] + fiche.contenu.membres))
      return .fait
    }
    for ligne in fiche.contenu.lignesDeTables { session.ecran.ligne(ligne) }
    session.ecran.ligne("\(vers) : \(fiche.contenu.phrase("sauvegardée", "sauvegardées"))")
    return .fait
  }
}
