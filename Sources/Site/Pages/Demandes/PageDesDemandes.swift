import Centre
import Convention
import Registre

/// The demands that a comptable is typing, and the way to begin one (annexe II-2, R140, R142).
enum PageDesDemandes {
  static let routes = [
    Route(.get, "/demandes", pour: [.comptable]) { requete, visiteur in try await montrer(requete, visiteur) },
    Route(.post, "/demandes", pour: [.comptable]) { requete, visiteur in try await commencer(requete, visiteur) },
  ]

  /// Drafts that one person may keep.
  static let limite = 50

  private static func montrer(
    _ requete: Requete, _ visiteur: Visiteur, refus: String? = nil
  ) async throws -> Reponse {
    let brouillons = try await requete.registre.consulter { try $0.brouillons(of: visiteur.utilisateur.id) }
    let annonce = refus.map { Annonce(.refus, $0) } ?? Annonces.faite(requete)
    return .page(
      Page("Saisir une demande", requete: requete, visiteur: visiteur, rubrique: "/demandes", annonce: annonce) { h in
        h.formulaire("/demandes", jeton: visiteur.jeton) { h in
          h.vue(visiteur.champDuPoste(requete.formulaire["poste"]))
          h.bouton("Commencer une demande")
        }
        guard !brouillons.isEmpty else { return }
        h.titre(2, "Brouillons")
        h.vue(Tableau(accorde(brouillons.count, "brouillon", "brouillons"), colonnes, brouillons))
      }, statut: refus == nil ? 200 : 422)
  }

  private static var colonnes: [Tableau<Brouillon>.Colonne] {
    [
      .init("Demande") { brouillon, h in h.lien(brouillon.titre, "/demandes/\(brouillon.id)") },
      .init("Redevable", texte: { $0.contenu.redevables.first?["nom"] ?? "—" }),
      .init("Poste", texte: { $0.poste.texte }),
      .init("Titres", classe: "nombre", texte: { "\($0.contenu.titres.count)" }),
      .init("Enregistré le", texte: { $0.instant.texte }),
    ]
  }

  private static func commencer(_ requete: Requete, _ visiteur: Visiteur) async throws -> Reponse {
    let poste = try visiteur.poste(requete.formulaire)
    let known = try await requete.registre.consulter { try $0.brouillons(of: visiteur.utilisateur.id).count }
    guard known < limite else {
      return try await montrer(
        requete, visiteur, refus: "Vous avez déjà \(limite) brouillons : transmettez-en ou supprimez-en.")
    }
    let (jour, cle) = (requete.jour, Jeton().texte)
    let nouveau = Brouillon(
      utilisateur: visiteur.utilisateur.id, poste: poste, cle: cle, contenu: .init(), instant: requete.instant)
    let brouillon = try await requete.registre.ecrire { ecriture in
      var brouillon = try ecriture.creer(nouveau)
      brouillon.contenu.demande = [
        "numero_demande": "S\(jour.compact)-\(brouillon.id)", "date_demande": jour.texte, "phase": "C",
        "categorie_creance": "CEP",
      ]
      try ecriture.garder(brouillon)
      return brouillon
    }
    return .redirection("/demandes/\(brouillon.id)")
  }
}

extension Brouillon {
  var titre: String {
    let numero = contenu.demande["numero_demande", default: ""]
    return numero.isEmpty ? "Demande sans numéro" : "Demande \(numero)"
  }
}
