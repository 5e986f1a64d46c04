import Centre
import Convention
import Registre

/// The contracts that the visitor may see: their state, their last day, what comes near.
enum PageDesContrats {
  static let routes = [
    Route(.get, "/contrats", pour: .deContrats) { requete, visiteur in try await montrer(requete, visiteur) }
  ]

  static let parPage = 50

  private static func montrer(_ requete: Requete, _ visiteur: Visiteur) async throws -> Reponse {
    let page = min(max(1, Int(requete.recherche["page"]) ?? 1), 10_000)
    let total = try await requete.registre.consulter {
      try $0.nombresDHistoires(.contrat, visiteur.perimetre).values.reduce(0, +)
    }
    let lignes = try await ContratsDuCentre(requete.centre).lister(
      visiteur.perimetre, limit: parPage, offset: (page - 1) * parPage)
    return .page(
      Page("Contrats", requete: requete, visiteur: visiteur, rubrique: "/contrats") { h in
        if Set<Profil.Metier>.autorite.contains(visiteur.metier) {
          h.element("p") { $0.lien("Conclure un contrat", "/contrats/conclure") }
        }
        if lignes.isEmpty { h.paragraphe("Aucun contrat sur cette page.") }
        if !lignes.isEmpty { h.vue(Tableau(accorde(total, "contrat", "contrats"), colonnes, lignes)) }
        h.vue(Pagination(page: page, nombre: (total + parPage - 1) / parPage) { "/contrats?page=\($0)" })
      })
  }

  private static var colonnes: [Tableau<LigneDeContrat>.Colonne] {
    [
      .init("Contrat") { ligne, h in h.lien(ligne.fiche.cle, "/contrats/\(ligne.fiche.cle)") },
      .init("Étude", texte: { $0.histoire.etude.texte }),
      .init("Département", texte: { $0.histoire.departement.texte }),
      .init("État") { ligne, h in h.vue(Etiquette(ligne.etat.libelle, ligne.etat.ton)) },
      .init("Terme", texte: { $0.contrat.au.texte }),
      .init("Dernier jour", texte: { "\($0.contrat.lastDay.texte), \($0.contrat.fin.cause.libelle)" }),
      .init("Alertes") { ligne, h in
        if let first = ligne.alertes.first {
          h.vue(Etiquette(accorde(ligne.alertes.count, "alerte", "alertes"), .alerte))
          h.texte(" \(first.texte)")
        } else {
          h.texte("—")
        }
      },
    ]
  }
}
