import Registre

/// The page of a one-time link: whoever holds it chooses his password.
enum PremierMotDePasse {
  static let routes = [
    Route(ouverte: .get, "/lien/:secret", .lien) { requete in
      let (_, utilisateur) = try await porteur(requete)
      return montrer(requete, utilisateur)
    },
    Route(ouverte: .post, "/lien/:secret", .lien) { requete in try await choisir(requete) },
  ]

  /// The link in the address and whom it is for; unknown, used and over are the same.
  private static func porteur(_ requete: Requete) async throws -> (Jeton, Utilisateur) {
    guard let jeton = requete.parametres["secret"].flatMap({ Jeton(texte: $0) }),
      let utilisateur = try await requete.registre.consulter({
        try $0.utilisateur(lien: jeton.empreinte, instant: requete.montre)
      })
    else { throw FauteDePage.lienPerime }
    return (jeton, utilisateur)
  }

  private static func montrer(_ requete: Requete, _ utilisateur: Utilisateur, fautes: [String: String] = [:]) -> Reponse
  {
    let entree = JetonDEntree(requete)
    let page = Page(
      "Choisir votre mot de passe", requete: requete, annonce: ChoixDeMotDePasse.annonce(fautes)
    ) { h in
      h.paragraphe("Compte « \(utilisateur.identifiant) », \(utilisateur.nom).")
      h.formulaire(requete.chemin, jeton: entree.champ, classe: "etroit") { h in
        ChoixDeMotDePasse.champs(&h, identifiant: utilisateur.identifiant, fautes: fautes)
        h.bouton("Enregistrer le mot de passe")
      }
    }
    return entree.page(page, statut: fautes.isEmpty ? 200 : 422)
  }

  private static func choisir(_ requete: Requete) async throws -> Reponse {
    try JetonDEntree(requete).verifier(requete.formulaire)
    let (jeton, utilisateur) = try await porteur(requete)
    switch ChoixDeMotDePasse.lire(requete.formulaire, identifiant: utilisateur.identifiant) {
    case .failure(let fautes): return montrer(requete, utilisateur, fautes: fautes.parChamp)
    case .success(let choisi):
      let conserve = try await choisi.conserve(requete.site.cout)
      let used = try await requete.registre.ecrire {
        try $0.employer(lien: jeton.empreinte, motDePasse: conserve, instant: requete.montre)
      }
      guard used != nil else { throw FauteDePage.lienPerime }
      return .redirection("/connexion?fait=mot-de-passe")
    }
  }
}
