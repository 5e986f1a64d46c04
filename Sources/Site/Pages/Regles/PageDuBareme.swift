import Centre
import Convention
import Registre

/// The numbers of the law: those of a day or every version, those whose text could not be read marked as such.
enum PageDuBareme {
  static let routes = [
    Route(.get, "/bareme", pour: .tous) { requete, visiteur in montrer(requete, visiteur) }
  ]

  /// What the address asks for; a day that cannot be read is the centre's own, and said.
  private struct Choix {
    let jour: Jour
    let tout: Bool
    let nonVerifiees: Bool
    let illisible: Bool

    init(_ requete: Requete) {
      let texte = requete.recherche.rempli("le")
      let lu = texte.flatMap { Jour(saisi: $0) }
      jour = lu ?? requete.jour
      illisible = texte != nil && lu == nil
      tout = requete.recherche["tout"] == "oui"
      nonVerifiees = requete.recherche["nonverifiees"] == "oui"
    }

    var valeurs: [ValeurAppliquee] { Bareme.valeurs(on: tout ? nil : jour, nonVerifiees: nonVerifiees) }
  }

  private static func montrer(_ requete: Requete, _ visiteur: Visiteur) -> Reponse {
    let choix = Choix(requete)
    return .page(
      Page("Barème", requete: requete, visiteur: visiteur) { h in
        formulaire(choix, &h)
        let valeurs = choix.valeurs
        let unread = valeurs.count { !$0.verifiee }
        h.paragraphe(
          "\(accorde(valeurs.count, "valeur", "valeurs")), dont \(unread) non \(unread < 2 ? "vérifiée" : "vérifiées")."
        )
        h.vue(TableDesValeurs(choix.tout ? "Toutes les versions" : "Valeurs du \(choix.jour.texte)", valeurs))
      })
  }

  private static func formulaire(_ choix: Choix, _ h: inout HTML) {
    h.element("form", [Attribut("method", "get"), Attribut("action", "/bareme"), .classe("etroit")]) { h in
      h.vue(
        Champ(
          "le", "Valeurs du", .jour, valeur: choix.jour.texte, aide: "Par exemple 01/02/2011.",
          erreur: choix.illisible ? "Ce jour ne se lit pas : écrivez-le ainsi, 23/11/2026." : nil, longueur: 10))
      h.vue(Champ("tout", "Toutes les versions, passées et à venir", .case_, valeur: choix.tout ? "oui" : ""))
      h.vue(
        Champ(
          "nonverifiees", "Seulement celles dont le texte n’a pu être lu", .case_,
          valeur: choix.nonVerifiees ? "oui" : ""))
      h.bouton("Montrer")
    }
  }
}
