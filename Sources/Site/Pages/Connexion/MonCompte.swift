import Registre

/// What someone sees and may change of his own account.
enum MonCompte {
  static let routes = [
    Route(.get, "/compte", pour: .tous) { requete, visiteur in montrer(requete, visiteur) },
    Route(.post, "/compte/mot-de-passe", pour: .tous) { requete, visiteur in try await changer(requete, visiteur) },
  ]

  private static func montrer(_ requete: Requete, _ visiteur: Visiteur, fautes: [String: String] = [:]) -> Reponse {
    let utilisateur = visiteur.utilisateur
    return .page(
      Page(
        "Mon compte", requete: requete, visiteur: visiteur, annonce: ChoixDeMotDePasse.annonce(fautes)
      ) { h in
        h.definitions([
          ("Nom", utilisateur.nom), ("Identifiant", utilisateur.identifiant), ("Profil", utilisateur.profil.libelle),
        ])
        h.titre(2, "Changer de mot de passe")
        h.formulaire("/compte/mot-de-passe", jeton: visiteur.jeton, classe: "etroit") { h in
          h.vue(
            Champ(
              "actuel", "Mot de passe actuel", .motDePasse, erreur: fautes["actuel"], requis: true,
              completion: "current-password"))
          ChoixDeMotDePasse.champs(&h, identifiant: utilisateur.identifiant, fautes: fautes)
          h.bouton("Changer le mot de passe")
        }
        h.paragraphe("Toutes vos séances se ferment alors : vous vous connectez de nouveau.", classe: "aide")
      }, statut: fautes.isEmpty ? 200 : 422)
  }

  /// The present password is asked for again, under the same lock-out as at the door: a stolen session must not be enough.
  private static func changer(_ requete: Requete, _ visiteur: Visiteur) async throws -> Reponse {
    let utilisateur = visiteur.utilisateur
    let verrouillage = Verrouillage(requete.registre, identifiant: utilisateur.identifiant)
    guard try await verrouillage.attente(requete.montre) == nil else {
      return montrer(requete, visiteur, fautes: ["actuel": "Trop d’essais : attendez avant le prochain."])
    }
    try await verrouillage.noter(requete.montre)
    let compte = try await requete.registre.consulter { try $0.compte(utilisateur.id) }
    let actuel = MotDePasse(donne: requete.formulaire.brut("actuel"))
    guard try await actuel.correspond(a: compte?.motDePasse, requete.site.cout) else {
      return montrer(requete, visiteur, fautes: ["actuel": "Ce n’est pas votre mot de passe actuel."])
    }
    try await verrouillage.oublier()
    switch ChoixDeMotDePasse.lire(requete.formulaire, identifiant: utilisateur.identifiant) {
    case .failure(let fautes): return montrer(requete, visiteur, fautes: fautes.parChamp)
    case .success(let choisi):
      let conserve = try await choisi.conserve(requete.site.cout)
      try await requete.registre.ecrire { try $0.changer(motDePasse: conserve, of: utilisateur.id) }
      return .redirection("/connexion?fait=mot-de-passe")
    }
  }
}
