import Adresses
import ArgumentParser

struct ReferentielInformations: Commande {
  static let configuration = CommandConfiguration(
    commandName: "informations", abstract: "Source, date et licence de la table des communes.",
    discussion: """
      Exemples :
        centre-serveur referentiel informations
      """)

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let notice = try Session.referentiel.get().notice
    if session.reglages.json {
      session.ecran.json(
        .objet([
          ("source", .texte(notice.source)), ("date", .texte(notice.date)), ("licence", .texte(notice.licence)),
          ("communes", JSONValue(notice.communeCount)), ("codes_postaux", JSONValue(notice.codePostalCount)),
        ]))
    } else {
      session.ecran.ligne("Source : \(notice.source)")
      session.ecran.ligne("Date : \(notice.date)")
      session.ecran.ligne("Licence : \(notice.licence)")
      session.ecran.ligne("\(notice.communeCount) communes, \(notice.codePostalCount) codes postaux")
    }
    return .fait
  }
}
