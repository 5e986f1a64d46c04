import ArgumentParser
import Centre
import Convention
import Registre

struct SollicitationsVoir: Commande {
  static let configuration = CommandConfiguration(
    commandName: "voir", abstract: "Une sollicitation et ses réponses.",
    discussion: """
      Exemples :
        centre-serveur sollicitations voir A-20260304-7F3A2C
      """)

  @Argument(help: ArgumentHelp("Numéro de la sollicitation.", valueName: "numéro"))
  var numero: String

  @OptionGroup var perimetre: OptionsPerimetre

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let (numero, scope) = (numero, try perimetre.perimetre())
    guard
      let fiche = try await session.registre().lire({ try $0.histoire(Sollicitation.self, cle: numero, scope) })
    else { throw FauteDeDevoir.inconnu(numero) }
    let asked = fiche.histoire
    let exchanges = (asked.reponses.map { ("Réponse", $0) } + asked.relances.map { ("Relance", $0) })
      .sorted { $0.1.instant < $1.1.instant }
    if session.reglages.json {
      session.ecran.json(
        .objetSansNul([
          ("cle", .texte(fiche.cle)), ("objet", .texte(asked.posee.objet.rawValue)),
          ("poste", .texte(asked.posee.poste.texte)), ("etat", .texte(asked.resume.etat)),
          ("texte", .texte(asked.posee.texte.texte)), ("demande", JSONValue(asked.posee.demande?.numero)),
          (
            "echanges",
            .liste(
              exchanges.map { .objet([("instant", .texte($1.instant.iso)), ("texte", .texte($1.texte.texte))]) })
          ),
        ]))
      return .fait
    }
    session.ecran.ligne(
      "\(fiche.cle) — \(asked.posee.objet.libelle), poste \(asked.posee.poste) : \(asked.resume.etat)")
    session.ecran.ligne("  \(asked.posee.instant.texte)  \(asked.posee.texte.texte)")
    for (who, said) in exchanges { session.ecran.ligne("  \(said.instant.texte)  \(who) : \(said.texte.texte)") }
    return .fait
  }
}
