import Centre
import Convention
import Registre

/// From each article to its requirements, rules and refusals, and what the texts leave open (R001).
enum PageDesRegles {
  static let routes = [
    Route(.get, "/regles", pour: .tous) { requete, visiteur in montrer(requete, visiteur) },
    Route(.get, "/regles/lectures", pour: .tous) { requete, visiteur in lectures(requete, visiteur) },
  ]

  private static func montrer(_ requete: Requete, _ visiteur: Visiteur) -> Reponse {
    let saisie = requete.recherche.rempli("article")
    let fiche = saisie.flatMap { FicheDeDroit($0) }
    let annonce =
      saisie != nil && fiche == nil
      ? Annonce(.alerte, "Rien ne répond à cette référence : voici toutes les exigences.") : nil
    return .page(
      Page(
        fiche?.titre ?? "Règles et articles", requete: requete, visiteur: visiteur, annonce: annonce,
        fil: fiche == nil ? [] : [("Règles et articles", "/regles")]
      ) { h in
        recherche(saisie, &h)
        if let fiche { h.vue(VueDeFiche(fiche.suivie(requete.centre.lectures))) } else { h.vue(VueDesRegles()) }
      })
  }

  /// What the texts leave open, and the reading kept of each.
  private static func lectures(_ requete: Requete, _ visiteur: Visiteur) -> Reponse {
    .page(
      Page(
        "Points ouverts et lectures", requete: requete, visiteur: visiteur, fil: [("Règles et articles", "/regles")]
      ) { h in h.vue(VueDesPoints(PointOuvert.allCases, Politique.suivies(requete.centre.lectures))) })
  }

  /// By GET: an article says nothing of anyone, and its page can be kept among one's bookmarks.
  private static func recherche(_ saisie: String?, _ h: inout HTML) {
    h.element("form", [Attribut("method", "get"), Attribut("action", "/regles"), .classe("recherche")]) { h in
      h.vue(
        Champ(
          "article", "Article, exigence, refus ou règle", valeur: saisie ?? "",
          aide: "Par exemple 10, qualité I.2, R037, R-26 ou LimiteDeReversement.", requis: true, longueur: 60))
      h.bouton("Chercher")
    }
  }
}
