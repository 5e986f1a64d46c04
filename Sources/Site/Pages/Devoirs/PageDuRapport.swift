import Centre
import Convention
import Registre

/// How the centre kept its duties over a period: for CL1A, for a direction its département, for the centre all (R084, R093, R096, R178,
/// R181–R182, R186). Postes, études, demands and days; no debtor.
enum PageDuRapport {
  static let routes = [
    Route(.get, "/service/rapport", pour: [.exploitant, .direction, .central]) { requete, visiteur in
      try await montrer(requete, visiteur)
    }
  ]

  private static func montrer(_ requete: Requete, _ visiteur: Visiteur) async throws -> Reponse {
    let jour = requete.jour
    let last = Jour(iso: requete.recherche["au"]) ?? jour
    let first = min(Jour(iso: requete.recherche["du"]) ?? jour.adding(days: 1 - jour.components.jour), last)
    let rapport = try await DevoirsDuCentre(requete.centre).rapport(du: first, au: last, visiteur.perimetre)
    return .page(
      Page(
        "Devoirs du centre du \(first.texte) au \(last.texte)", requete: requete, visiteur: visiteur,
        rubrique: PageDesIncidents.rubrique(visiteur), fil: [("Dysfonctionnements", "/dysfonctionnements")]
      ) { h in
        periode(first, last, &h)
        for section in rapport.sections {
          h.titre(2, section.titre)
          h.element("ul") { h in for ligne in section.lignes { h.element("li", ligne) } }
        }
      })
  }

  private static func periode(_ first: Jour, _ last: Jour, _ h: inout HTML) {
    h.element("form", [Attribut("method", "get"), Attribut("action", "/service/rapport"), .classe("actions")]) { h in
      for (nom, libelle, jour) in [("du", "Du", first), ("au", "au", last)] {
        h.element("label", [Attribut("for", nom)], libelle)
        h.vide("input", [.id(nom), .nom(nom), .type("date"), .classe("court"), .valeur(jour.iso)])
      }
      h.bouton("Voir", classe: "second")
    }
  }
}
