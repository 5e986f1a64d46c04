import Centre
import Convention
import Registre

/// What comptables ask or remark, for the exploitant: those that wait first (R084, R191).
enum PageDesSollicitations {
  static let parPage = 50

  static let routes = [
    Route(.get, "/sollicitations", pour: .exploitants) { requete, visiteur in
      let page = min(max(1, Int(requete.recherche["page"]) ?? 1), 10_000)
      let etat = requete.recherche.rempli("etat")
      let filtre = FiltreDHistoires(etat: etat)
      let (lignes, nombres) = try await requete.registre.consulter { lecture in
        (
          try lecture.histoires(
            .sollicitation, .exploitant, filtre, limit: parPage, offset: (page - 1) * parPage),
          try lecture.nombresDHistoires(.sollicitation, .exploitant)
        )
      }
      let count = etat.map { nombres[$0] ?? 0 } ?? nombres.values.reduce(0, +)
      return .page(
        Page(
          "Demandes d’aide et observations", requete: requete, visiteur: visiteur, rubrique: "/devoirs",
          fil: [("Devoirs du centre", "/devoirs")]
        ) { h in
          h.element("nav", [.classe("actions"), Attribut("aria-label", "États")]) { h in
            h.lien("Toutes", "/sollicitations")
            for (mot, titre) in [("OUVERTE", "En attente"), ("REPONDUE", "Répondues"), ("CLOSE", "Closes")] {
              h.lien("\(titre) (\(nombres[mot] ?? 0))", "/sollicitations?etat=\(mot)")
            }
          }
          h.vue(ListeDeSollicitations(lignes: lignes, nombre: count))
          h.vue(
            Pagination(page: page, nombre: (count + parPage - 1) / parPage) {
              "/sollicitations?\(etat.map { "etat=\($0.dansURL)&" } ?? "")page=\($0)"
            })
        })
    }
  ]
}

/// A list of requests, for whoever may see them.
struct ListeDeSollicitations: Vue {
  let lignes: [LigneDHistoire]
  let nombre: Int

  func ecrire(_ h: inout HTML) {
    guard !lignes.isEmpty else { return h.paragraphe("Aucune demande.") }
    h.vue(
      Tableau(
        accorde(nombre, "demande", "demandes"),
        [
          .init("Numéro") { ligne, h in h.lien(ligne.cle, "/sollicitations/\(ligne.id)") },
          .init("Objet", texte: { $0.libelle }), .init("Poste", texte: { $0.poste?.texte ?? "—" }),
          .init("Posée le", texte: { $0.ouverte.texte }),
          .init("État") { ligne, h in h.vue(Etiquette.etat(ligne.etat)) },
        ], lignes))
  }
}
