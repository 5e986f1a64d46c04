import ArgumentParser
import Centre
import Convention
import Registre

struct RecapitulatifsDus: Commande {
  static let configuration = CommandConfiguration(
    commandName: "dus", abstract: "Les états que les contrats rendent exigibles et qui ne sont pas transmis.",
    discussion: """
      Un état par étude, poste et phase à la fin de chaque période du contrat, d’un an au plus (article 13). Les amendes \
      de la phase comminatoire n’en demandent pas.

      Exemples :
        centre-serveur recapitulatifs dus
        centre-serveur recapitulatifs dus --etude E3101 --json
      """)

  @Option(help: ArgumentHelp("États de cette étude.", valueName: "code"))
  var etude: String?

  @OptionGroup var perimetre: OptionsPerimetre
  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let code = try etude.map { try CodeEtude.option($0) }
    let dus = try await Recapitulatifs(try await session.centre()).dus(try perimetre.perimetre(), etude: code)
    if session.reglages.json {
      session.ecran.json(.liste(dus.map(Self.json)))
      return .fait
    }
    for du in dus {
      session.ecran.ligne(
        "\(du.attendu.cle)  \(du.attendu.phase.libelle), \(du.attendu.periode.texte), exigible le "
          + "\(du.attendu.exigibleLe.texte) : \(EtatDuRecapitulatif.libelle(du.etat))")
    }
    session.ecran.ligne(accorde(dus.count, "état récapitulatif dû", "états récapitulatifs dus") + ".")
    return .fait
  }

  private static func json(_ du: Recapitulatifs.Du) -> JSONValue {
    .objet([
      ("cle", .texte(du.attendu.cle)), ("etude", .texte(du.attendu.etude.texte)),
      ("poste", .texte(du.attendu.poste.texte)), ("phase", .texte(du.attendu.phase.rawValue)),
      ("du", JSONValue(du.attendu.periode.du)), ("au", JSONValue(du.attendu.periode.au)),
      ("exigible_le", JSONValue(du.attendu.exigibleLe)), ("etat", .texte(du.etat)),
    ])
  }
}
