/// Help, prerequisites and accessibility, open to all (cahier 5, R097; annexe qualité III, R188).
enum Aide {
  static let routes = [
    Route(ouverte: .get, "/aide") { requete in
      .page(
        Page("Aide et accessibilité", requete: requete) { h in
          h.titre(2, "Ce qu’il faut")
          h.paragraphe(
            "Un navigateur à jour. Aucun script n’est nécessaire, rien n’est chargé d’ailleurs, et un seul témoin (cookie) garde votre séance."
          )
          h.titre(2, "Au clavier")
          h.paragraphe(
            "Tout se fait au clavier : la touche Tab va d’un champ à l’autre, Entrée valide, et le premier lien de chaque page mène à son contenu."
          )
          h.titre(2, "Accessibilité")
          h.paragraphe(
            "Les pages suivent les règles WCAG 2.2, niveau AA. Un défaut se signale à l’exploitant du centre, qui en est responsable."
          )
        })
    }
  ]
}
