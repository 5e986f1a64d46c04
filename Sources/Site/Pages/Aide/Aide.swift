import Convention
import Registre

/// Help, prerequisites, who answers for the centre, guide and accessibility, open to all and free (cahier 5, R092,
/// R097; annexe qualité III, R188).
enum Aide {
  static let routes = [
    Route(ouverte: .get, "/aide") { requete in
      let declaration = try await requete.registre.demander { try $0.declaration()?.histoire }
      return .page(Page("Aide et accessibilité", requete: requete) { h in contenu(declaration, requete, &h) })
    },
    Route(ouverte: .get, "/aide/guide") { requete in .page(try await guide(requete)) },
    Route(ouverte: .get, "/aide/guide/telecharger") { requete in
      var html = HTML()
      try await guide(requete).ecrire(&html)
      return .telechargement(.octets(html.octets), nom: "guide-centre-serveur.html", type: "text/html; charset=utf-8")
    },
  ]

  private static func contenu(_ declaration: DeclarationDeMoyens?, _ requete: Requete, _ h: inout HTML) {
    prerequis(declaration, requete.jour, &h)
    h.titre(2, "Interlocuteur du centre")
    h.vue(InterlocuteurDuCentre(declaration, requete.site.reglage, on: requete.jour))
    h.titre(2, "Guide")
    h.element("p") { $0.lien("Guide des utilisateurs, à lire ou à imprimer", "/aide/guide") }
    h.titre(2, "Au clavier")
    h.paragraphe(
      "Tout se fait au clavier : la touche Tab va d’un champ à l’autre, Entrée valide, et le premier lien de chaque page mène à son contenu."
    )
    h.titre(2, "Accessibilité")
    h.paragraphe(
      "Les pages suivent les règles WCAG 2.2, niveau AA. Un défaut se signale à l’exploitant du centre, qui en est responsable."
    )
  }

  /// What a user's equipment must have, under the version that holds.
  private static func prerequis(_ declaration: DeclarationDeMoyens?, _ jour: Jour, _ h: inout HTML) {
    h.titre(2, "Ce qu’il faut")
    h.paragraphe(
      "Un navigateur à jour. Aucun script n’est nécessaire, rien n’est chargé d’ailleurs, et un seul témoin (cookie) garde votre séance."
    )
    guard let version = declaration?.prerequis(on: jour) else { return }
    h.paragraphe(version.texte.texte)
    h.paragraphe("Prérequis \(version.version), publiés le \(version.jour.texte).", classe: "aide")
  }

  private static func guide(_ requete: Requete) async throws -> Page {
    let declaration = try await requete.registre.demander { try $0.declaration()?.histoire }
    let jour = requete.jour
    return Page("Guide des utilisateurs", requete: requete, fil: [("Aide", "/aide")]) { h in
      let guides = declaration?.guides ?? RegistreDesGuides()
      h.element("p") { $0.lien("Télécharger ce guide", "/aide/guide/telecharger") }
      if let version = guides.guide(on: jour) { h.paragraphe("Version \(version.version) du \(version.jour.texte).") }
      for chapitre in ChapitreDuGuide.tous {
        h.titre(2, chapitre.titre)
        h.element("ol") { h in for phrase in chapitre.phrases { h.element("li", phrase) } }
      }
      prerequis(declaration, jour, &h)
      guard !guides.versions.isEmpty else { return }
      h.titre(2, "Mises à jour")
      h.definitions(
        guides.versions.filter { $0.jour <= jour }.reversed().map {
          ("\($0.version), \($0.jour.texte)", $0.nouveautes.texte)
        })
    }
  }
}
