import ArgumentParser
import Centre
import Convention
import Registre

struct DevoirsLister: Commande {
  static let configuration = CommandConfiguration(
    commandName: "lister", abstract: "Ce qui est dû maintenant, avec ses limites, et ce qui manque.",
    discussion: """
      Exemples :
        centre-serveur devoirs lister
        centre-serveur devoirs lister --json
      """)

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let tableau = try await DevoirsDuCentre(session.centre()).tableau()
    if session.reglages.json {
      session.ecran.json(Self.json(tableau))
    } else {
      Self.text(tableau, session.ecran)
    }
    return .fait
  }

  private static func json(_ tableau: TableauDesDevoirs) -> JSONValue {
    .objet([
      (
        "devoirs",
        .liste(
          tableau.dus.map {
            .objet([("incident", .texte($0.numero)), ("devoir", VueDIncident.json($0.devoir, at: tableau.instant))])
          })
      ),
      ("postes_sans_formation", .liste(tableau.postesSansFormation.map { .texte($0.texte) })),
      ("postes_sans_epreuve", .liste(tableau.postesSansEpreuve.map { .texte($0.texte) })),
      ("rubriques_manquantes", .liste((tableau.manques ?? []).map { .texte($0.rawValue) })),
      ("declaration_deposee", .booleen(tableau.manques != nil)),
      ("sollicitations_en_attente", .liste(tableau.sollicitations.map { .texte($0.cle) })),
      ("disponibilite", .texte(tableau.disponibilite.explication.resultat)),
    ])
  }

  private static func text(_ tableau: TableauDesDevoirs, _ ecran: Ecran) {
    for item in tableau.dus {
      ecran.ligne("\(item.numero)  \(VueDIncident.texte(item.devoir, at: tableau.instant))")
    }
    ecran.ligne("Disponibilité du mois : \(tableau.disponibilite.explication.resultat)")
    ecran.ligne(accorde(tableau.postesSansFormation.count, "poste sans formation", "postes sans formation"))
    ecran.ligne(accorde(tableau.postesSansEpreuve.count, "poste à éprouver", "postes à éprouver"))
    ecran.ligne(
      tableau.manques.map { "Fiche de moyens : \(accorde($0.count, "rubrique manquante", "rubriques manquantes"))" }
        ?? "Fiche de moyens : jamais déposée")
    ecran.ligne(accorde(tableau.sollicitations.count, "sollicitation en attente", "sollicitations en attente"))
  }
}
