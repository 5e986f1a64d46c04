import Centre
import Convention
import Registre

/// What the centre owes now, with its limits: the exploitant's (R085–R086, R091, R178–R180, R186, R191).
enum PageDesDevoirs {
  static let routes = [
    Route(.get, "/devoirs", pour: .exploitants) { requete, visiteur in
      let tableau = try await DevoirsDuCentre(requete.centre).tableau()
      return .page(
        Page(
          "Devoirs du centre", requete: requete, visiteur: visiteur, rubrique: "/devoirs",
          annonce: Annonces.faite(requete)
        ) { h in
          liens(&h)
          dus(tableau, &h)
          service(tableau, &h)
          moyens(tableau, &h)
        })
    }
  ]

  private static func liens(_ h: inout HTML) {
    h.element("nav", [.classe("actions"), Attribut("aria-label", "Actes")]) { h in
      h.lien("Consigner un dysfonctionnement", "/dysfonctionnements/detecter", classe: "bouton")
      h.lien("Annoncer une coupure", "/dysfonctionnements/prevoir", classe: "bouton")
      h.lien("Tous les dysfonctionnements", "/dysfonctionnements")
      h.lien("Rapport", "/service/rapport")
      h.lien("Demandes d’aide et observations", "/sollicitations")
    }
  }

  private static func dus(_ tableau: TableauDesDevoirs, _ h: inout HTML) {
    h.titre(2, "À faire maintenant")
    guard !tableau.dus.isEmpty else { return h.paragraphe("Aucun dysfonctionnement n’attend d’acte.") }
    h.vue(
      Tableau(
        accorde(tableau.dus.count, "devoir", "devoirs"),
        [
          .init("Dysfonctionnement") { du, h in h.lien(du.numero, "/dysfonctionnements/\(du.id)") },
          .init("À faire", texte: { $0.devoir.libelle }),
          .init("Au plus tard") { du, h in
            guard let limite = du.devoir.limite else { return h.texte("dans les meilleurs délais") }
            if du.isLate { h.vue(Etiquette("dépassé", .refus)) }
            h.texte(" \(limite.texte)")
          },
          .init("Texte", texte: { "\($0.devoir.article)" }),
        ], tableau.dus))
  }

  private static func service(_ tableau: TableauDesDevoirs, _ h: inout HTML) {
    h.titre(2, "Disponibilité du mois")
    h.paragraphe(tableau.disponibilite.explication.resultat)
    h.element("ul") { h in for ligne in tableau.disponibilite.explication.calcul { h.element("li", ligne) } }
    h.titre(2, "Demandes d’aide en attente")
    guard !tableau.sollicitations.isEmpty else { return h.paragraphe("Aucune demande n’attend de réponse.") }
    h.element("ul") { h in
      for fiche in tableau.sollicitations {
        h.element("li") { h in
          h.lien(fiche.cle, "/sollicitations/\(fiche.id)")
          h.texte(" — \(fiche.histoire.posee.objet.libelle), poste \(fiche.histoire.posee.poste)")
        }
      }
    }
  }

  private static func moyens(_ tableau: TableauDesDevoirs, _ h: inout HTML) {
    h.titre(2, "Ce qui manque")
    h.definitions([
      ("Postes sans formation (annexe qualité III)", codes(tableau.postesSansFormation)),
      ("Postes dont l’accès n’a pas été éprouvé (point 4 du cahier des charges)", codes(tableau.postesSansEpreuve)),
      (
        "Fiche de moyens (point 3 du cahier des charges)",
        tableau.manques.map { $0.isEmpty ? "complète" : "manque : \($0.map(\.libelle).joined(separator: ", "))" }
          ?? "jamais déposée : centre-serveur declaration deposer"
      ),
    ])
  }

  /// The first ones: a départment has dozens, the country thousands.
  private static func codes(_ postes: [Codique]) -> String {
    guard !postes.isEmpty else { return "aucun" }
    let shown = postes.prefix(20).map(\.texte).joined(separator: ", ")
    return postes.count > 20 ? "\(postes.count), dont \(shown)…" : shown
  }
}
