import Centre
import Convention
import Registre

/// What comptables ask or remark, for the exploitant: those that wait first, the last asked first (R084, R191).
enum PageDesSollicitations {
  static let routes = [
    Route(.get, "/sollicitations", pour: .exploitants) { requete, visiteur in
      let etat = Sollicitation.Mot(rawValue: requete.recherche["etat"])?.rawValue
      let extrait = try await requete.registre.consulter { lecture in
        try ExtraitDHistoires(
          .sollicitation, .exploitant, etat: etat, .enTete(etat: Sollicitation.Mot.ouverte.rawValue),
          page: requete.recherche["page"], lecture)
      }
      return .page(
        Page(
          "Demandes d’aide et observations", requete: requete, visiteur: visiteur, rubrique: "/devoirs",
          fil: [("Devoirs du centre", "/devoirs")]
        ) { h in
          etats(extrait.nombres, &h)
          h.vue(ListeDeSollicitations(extrait))
          h.vue(extrait.pagination { "/sollicitations?\(etat.map { "etat=\($0)&" } ?? "")page=\($0)" })
        })
    }
  ]

  private static func etats(_ nombres: [String: Int], _ h: inout HTML) {
    h.element("nav", [.classe("actions"), Attribut("aria-label", "États")]) { h in
      h.lien("Toutes", "/sollicitations")
      for (mot, titre) in [(Sollicitation.Mot.ouverte, "En attente"), (.repondue, "Répondues"), (.close, "Closes")] {
        h.lien("\(titre) (\(nombres[mot.rawValue] ?? 0))", "/sollicitations?etat=\(mot.rawValue)")
      }
    }
  }
}

/// A list of requests, for whoever may see them.
struct ListeDeSollicitations: Vue {
  private let extrait: ExtraitDHistoires

  init(_ extrait: ExtraitDHistoires) { self.extrait = extrait }

  func ecrire(_ h: inout HTML) {
    guard !extrait.lignes.isEmpty else { return h.paragraphe("Aucune demande.") }
    h.vue(
      Tableau(
        accorde(extrait.nombre, "demande", "demandes"),
        [
          .init("Numéro") { ligne, h in h.lien(ligne.cle, "/sollicitations/\(ligne.id)") },
          .init("Objet", texte: { $0.libelle }), .init("Poste", texte: { $0.poste?.texte ?? "—" }),
          .init("Posée le", texte: { $0.ouverte.texte }),
          .init("État") { ligne, h in
            let mot = Sollicitation.Mot(rawValue: ligne.etat)
            h.vue(Etiquette(mot?.libelle ?? ligne.etat, mot?.ton))
          },
        ], extrait.lignes))
  }
}
