import ArgumentParser
import Centre
import Foundation
import Registre

struct RegistreCopier: Commande {
  static let configuration = CommandConfiguration(
    commandName: "copier",
    abstract: "Copie une base entière dans une base neuve, de SQLite vers PostgreSQL ou l’inverse.",
    discussion: """
      Arrêtez d’abord les instances qui travaillent sur la base de départ. La copie se fait en une transaction : arrêtée, \
      elle ne laisse rien. Les deux bases sont ensuite relues en entier et comparées, valeur par valeur.

      Exemples :
        centre-serveur registre copier --de sqlite:centre.sqlite --vers postgresql://centre@base.example/centre
        centre-serveur registre copier --de postgresql://centre@base.example/centre --vers sqlite:copie.sqlite
      """)

  @Option(help: ArgumentHelp("Base de départ.", valueName: "base"))
  var de: String

  @Option(help: ArgumentHelp("Base d’arrivée, neuve.", valueName: "base"))
  var vers: String

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let (depart, arrivee) = (try AdresseDeBase(de), try AdresseDeBase(vers))
    guard depart != arrivee else { throw MauvaisUsage("--de et --vers nomment la même base.") }
    if case .sqlite(let fichier) = depart, !FileManager.default.fileExists(atPath: fichier) {
      throw Faute("Base de départ \(fichier) : ce fichier n’existe pas.")
    }
    let barre = BarreDeProgression(session.ecran)
    defer { barre.finish() }
    let registre = try await Registre(try depart.ouvrir()) { Session.secret(session.reglages) }
    let bilan = try await registre.copier(vers: try arrivee.ouvrir()) { barre.show($0, of: $1, "copie") }
    barre.finish()
    tell(bilan, session)
    return .fait
  }

  private func tell(_ bilan: BilanDeCopie, _ session: Session) {
    guard !session.reglages.json else { return session.ecran.json(.objet(bilan.membres)) }
    for ligne in bilan.lignesDeTables { session.ecran.ligne(ligne) }
    session.ecran.ligne(
      bilan.phrase("copiée et relue, identique des deux côtés", "copiées et relues, identiques des deux côtés"))
  }
}
