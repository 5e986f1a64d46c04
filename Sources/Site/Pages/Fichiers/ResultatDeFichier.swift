import Centre
import Convention
import Registre

/// What became of a file that an étude has put down: the whole, then its rejected lines.
enum ResultatDeFichier {
  static func montrer(_ requete: Requete, _ visiteur: Visiteur) async throws -> Reponse {
    let id = try requete.numero()
    let after = Int(requete.recherche["apres"]) ?? 0
    let (fichier, rejets) = try await requete.registre.consulter { lecture in
      (
        try lecture.fichierRecu(id, of: visiteur.etudes),
        try lecture.rejets(of: id, after: after, limit: PageDesFichiers.parPage + 1)
      )
    }
    guard let fichier else { throw FauteDePage.introuvable }
    let centre = requete.centre
    let shown = Array(rejets.prefix(PageDesFichiers.parPage))
    return .page(
      Page(
        "Fichier \(fichier.nom)", requete: requete, visiteur: visiteur, rubrique: "/fichiers",
        annonce: annonce(fichier),
        fil: [("Fichiers", "/fichiers")]
      ) { h in
        if let code = fichier.code, let phrase = centre.phrase(code: code) { h.paragraphe("\(phrase).") }
        h.definitions([
          ("Déposé le", fichier.instant.texte), ("Lignes lues", "\(fichier.bilan.enregistrements)"),
          ("Messages acceptés", "\(fichier.bilan.messages.values.reduce(0, +))"),
          ("Lignes rejetées", "\(fichier.bilan.rejets)"), ("SHA-256", fichier.sha256),
        ])
        guard !shown.isEmpty else { return }
        h.vue(Tableau("Lignes rejetées", colonnes(centre), shown))
        if rejets.count > shown.count, let last = shown.last {
          h.element("p") { $0.lien("Lignes suivantes", "/fichiers/recus/\(id)?apres=\(last.place.ligne)") }
        }
      })
  }

  private static func annonce(_ fichier: FichierRecu) -> Annonce {
    let text = "Fichier \(fichier.sort)."
    return switch fichier.statut {
    case "A": Annonce(.fait, text)
    case "P", "D", nil: Annonce(.alerte, text)
    default: Annonce(.refus, text)
    }
  }

  private static func colonnes(_ centre: Centre) -> [Tableau<RejetConserve>.Colonne] {
    [
      .init("Ligne", classe: "nombre", texte: { "\($0.place.ligne)" }),
      .init("Demande", texte: { $0.numeroDemande ?? "—" }),
      .init("Cause", texte: { "\($0.code) \(centre.phrase(code: $0.code) ?? "")" }),
      .init("Champ", texte: { $0.champ ?? "—" }), .init("Valeur reçue", texte: { $0.valeur ?? "—" }),
    ]
  }
}
