import Centre
import Convention
import Registre

/// The dysfunctions of a visitor's scope, and the availability of the month for who follows the service (R087, R178–R180).
enum PageDesIncidents {
  static let parPage = 50

  static let routes = [
    Route(.get, "/dysfonctionnements", pour: .tous) { requete, visiteur in try await montrer(requete, visiteur) }
  ]

  private static func montrer(_ requete: Requete, _ visiteur: Visiteur) async throws -> Reponse {
    let perimetre = visiteur.perimetre
    let fiches = try await requete.registre.demander { try $0.incidentsDeService(perimetre) }.reversed()
    let page = min(max(1, Int(requete.recherche["page"]) ?? 1), 10_000)
    let shown = Array(fiches.dropFirst((page - 1) * parPage).prefix(parPage))
    let followsService = [.exploitant, .direction, .central].contains(visiteur.metier)
    let disponibilite = Disponibilite(
      Fenetre(moisDe: requete.jour), incidents: fiches.map(\.histoire), at: requete.instant)
    return .page(
      Page(
        "Dysfonctionnements", requete: requete, visiteur: visiteur, rubrique: rubrique(visiteur),
        annonce: Annonces.faite(requete)
      ) { h in
        h.paragraphe(phrase(visiteur))
        if followsService {
          h.paragraphe("Disponibilité du mois : \(disponibilite.explication.resultat).")
          h.element("p") { $0.lien("Rapport sur les devoirs du centre", "/service/rapport") }
        }
        if shown.isEmpty { h.paragraphe("Aucun dysfonctionnement.") }
        if !shown.isEmpty {
          h.vue(Tableau(accorde(fiches.count, "dysfonctionnement", "dysfonctionnements"), colonnes, shown))
        }
        h.vue(
          Pagination(page: page, nombre: (fiches.count + parPage - 1) / parPage) { "/dysfonctionnements?page=\($0)" })
      })
  }

  static func rubrique(_ visiteur: Visiteur) -> String {
    switch visiteur.metier {
    case .exploitant: "/devoirs"
    case .comptable: "/aide-et-contact"
    case .etude, .direction, .central: "/dysfonctionnements"
    }
  }

  private static func phrase(_ visiteur: Visiteur) -> String {
    switch visiteur.metier {
    case .exploitant: "Tous les dysfonctionnements du service, annoncés ou constatés."
    case .comptable: "Ceux qui concernent vos postes."
    case .etude: "Ceux qui concernent vos études."
    case .direction: "Ceux qui concernent votre département."
    case .central: "Ceux dont le bureau a été avisé (point 3, alinéa 4 du cahier des charges)."
    }
  }

  private static var colonnes: [Tableau<FicheDHistoire<IncidentDeService>>.Colonne] {
    [
      .init("Numéro") { fiche, h in h.lien(fiche.cle, "/dysfonctionnements/\(fiche.id)") },
      .init("Objet", texte: { $0.histoire.resume.libelle }),
      .init("État") { fiche, h in
        let mot = fiche.histoire.mot
        h.vue(Etiquette(mot.libelle, mot.ton))
      },
      .init("Depuis", texte: { ($0.histoire.debut ?? $0.histoire.enregistre).texte }),
      .init("Rétabli", texte: { $0.histoire.retour?.texte ?? "—" }),
    ]
  }
}
