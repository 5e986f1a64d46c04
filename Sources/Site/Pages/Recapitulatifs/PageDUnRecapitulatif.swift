import Centre
import Convention
import Registre

/// One copy of an état récapitulatif, made to be printed; the étude signs it and sends it from here.
enum PageDUnRecapitulatif {
  static let routes = [
    Route(.get, "/recapitulatifs/:id", .recapitulatif, pour: .deDossiers) { requete, visiteur in
      try await montrer(requete, visiteur)
    },
    Route(.post, "/recapitulatifs/:id/signature", .recapitulatif, pour: [.etude]) { requete, visiteur in
      try await decider(requete, visiteur, fait: "signature") { recapitulatifs, etude, auteur in
        try await recapitulatifs.signer(try requete.numero(), par: etude, visiteur.perimetre, auteur: auteur)
      }
    },
    Route(.post, "/recapitulatifs/:id/transmission", .recapitulatif, pour: [.etude]) { requete, visiteur in
      try await decider(requete, visiteur, fait: "transmission") { recapitulatifs, _, auteur in
        try await recapitulatifs.transmettre(try requete.numero(), visiteur.perimetre, auteur: auteur)
      }
    },
  ]

  private static func trouver(_ requete: Requete, _ visiteur: Visiteur) async throws -> EtatRecapitulatif {
    let id = try requete.numero()
    let found = try await requete.registre.consulter {
      try $0.recit(EtatRecapitulatif.self, id: id, visiteur.perimetre)
    }
    guard let etat = found?.fiche.histoire, visiteur.metier != .comptable || etat.transmisLe != nil else {
      throw FauteDePage.introuvable
    }
    return etat
  }

  private static func montrer(
    _ requete: Requete, _ visiteur: Visiteur, refus: String? = nil
  ) async throws -> Reponse {
    let etat = try await trouver(requete, visiteur)
    let id = try requete.numero()
    let asked = Int(requete.recherche["exemplaire"]) ?? 1
    guard let exemplaire = etat.exemplaires.first(where: { $0.numero == asked }) else { throw FauteDePage.introuvable }
    let libelles = Libelles(table: requete.centre.formats.derniere)
    return .page(
      Page(
        "État récapitulatif \(exemplaire.numero)/\(exemplaire.sur)", requete: requete, visiteur: visiteur,
        rubrique: "/recapitulatifs", annonce: refus.map { Annonce(.refus, $0) } ?? Annonces.faite(requete),
        fil: [("États récapitulatifs", "/recapitulatifs")]
      ) { h in
        h.vue(TableDuRecapitulatif(etat: etat, exemplaire: exemplaire, libelles: libelles))
        h.element("nav", [.classe("actions"), Attribut("aria-label", "Exemplaires")]) { h in
          for other in etat.exemplaires where other != exemplaire {
            h.lien("Voir l’\(other.texte)", "/recapitulatifs/\(id)?exemplaire=\(other.numero)", classe: "bouton second")
          }
        }
        if visiteur.etudes.contains(etat.contenu.etude) { suite(etat, id, visiteur, &h) }
      }, statut: refus == nil ? 200 : 422)
  }

  private static func suite(_ etat: EtatRecapitulatif, _ id: Int64, _ visiteur: Visiteur, _ h: inout HTML) {
    guard etat.transmisLe == nil else { return }
    let (geste, titre) =
      etat.signeLe == nil ? ("signature", "Signer l’état récapitulatif") : ("transmission", "Transmettre au comptable")
    h.formulaire("/recapitulatifs/\(id)/\(geste)", jeton: visiteur.jeton) { $0.bouton(titre) }
  }

  private static func decider(
    _ requete: Requete, _ visiteur: Visiteur, fait: String,
    _ body: (Recapitulatifs, CodeEtude, String) async throws -> Void
  ) async throws -> Reponse {
    let etude = try await trouver(requete, visiteur).contenu.etude
    do {
      try await body(
        Recapitulatifs(requete.centre), etude, "etude:\(etude)/\(visiteur.utilisateur.identifiant)")
      return .redirection("/recapitulatifs/\(try requete.numero())?fait=\(fait)")
    } catch let refus as Refus {
      return try await montrer(requete, visiteur, refus: "Rien n’est changé. \(refus)")
    }
  }
}
