import ArgumentParser
import Centre
import Convention
import Registre

struct RegistreInformations: Commande {
  static let configuration = CommandConfiguration(
    commandName: "informations", abstract: "Ce que la base contient et où en sont les journées.",
    discussion: """
      Exemples :
        centre-serveur registre informations
      """)

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let registre = try await session.registre()
    let facts = try await registre.lire { lecture in
      (
        etats: try lecture.nombresParEtat(.exploitant), evenements: try lecture.dernierePosition(),
        sceau: try lecture.sceaux().last, close: try lecture.derniereJourneeClose(),
        inacheves: try lecture.fichiersInacheves().count, premier: try lecture.premierJour()
      )
    }
    if session.reglages.json {
      session.ecran.json(
        .objet([
          ("base", .texte(session.reglages.base.texte)), ("moteur", .texte(registre.engine.nom)),
          ("dossiers", .objet(facts.etats.sorted { $0.key < $1.key }.map { ($0.key, JSONValue($0.value)) })),
          ("evenements", JSONValue(facts.evenements)), ("scelles", JSONValue(facts.sceau?.derniere ?? 0)),
          ("dernier_sceau", JSONValue(facts.sceau?.empreinte.hexadecimal)), ("premier_jour", JSONValue(facts.premier)),
          ("derniere_journee_close", JSONValue(facts.close)), ("fichiers_inacheves", JSONValue(facts.inacheves)),
        ]))
      return .fait
    }
    let ecran = session.ecran
    ecran.ligne("Base \(session.reglages.base.texte) (\(registre.engine.nom))")
    for etat in EtatDeDossier.allCases { ecran.ligne("  \(facts.etats[etat.rawValue] ?? 0) — \(etat.libelle)") }
    ecran.ligne(
      "  \(accorde(Int(facts.evenements), "événement", "événements")) au journal, \(facts.sceau?.derniere ?? 0) scellés"
    )
    if let sceau = facts.sceau { ecran.ligne("  Dernier sceau n° \(sceau.numero) : \(sceau.empreinte.hexadecimal)") }
    ecran.ligne("  Dernière journée close : \(facts.close?.texte ?? "aucune")")
    if facts.inacheves > 0 {
      ecran.ligne(
        "  \(accorde(facts.inacheves, "fichier dont le sort n’a pas été dit", "fichiers dont le sort n’a pas été dit"))"
      )
    }
    return .fait
  }
}
