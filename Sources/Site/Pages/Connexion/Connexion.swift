import Convention
import Registre

/// The door: sign in, sign out (annexe qualité II.2, R183).
enum Connexion {
  static let routes = [
    Route(ouverte: .get, "/connexion") { requete in montrer(requete) },
    Route(ouverte: .post, "/connexion") { requete in try await entrer(requete) },
    Route(.post, "/deconnexion", pour: .tous) { requete, visiteur in
      var reponse = Reponse.redirection("/connexion?fait=sortie")
      reponse.enTetes.append(try await Seances(requete).fermer(visiteur))
      return reponse
    },
  ]

  private static func montrer(_ requete: Requete, refus: String? = nil) -> Reponse {
    let entree = JetonDEntree(requete)
    let vers = refus == nil ? requete.recherche["vers"] : requete.formulaire["vers"]
    let done = phrases[requete.recherche["fait"]].map { Annonce(.fait, $0) }
    let page = Page(
      "Connexion", requete: requete, annonce: refus.map { Annonce(.refus, $0) } ?? done
    ) { h in
      h.formulaire("/connexion", jeton: entree.champ, classe: "etroit") { h in
        h.cache("vers", chemin(vers))
        h.vue(
          Champ(
            "identifiant", "Identifiant", valeur: requete.formulaire["identifiant"], requis: true,
            completion: "username", longueur: 64, premier: true))
        h.vue(Champ("mot_de_passe", "Mot de passe", .motDePasse, requis: true, completion: "current-password"))
        h.bouton("Se connecter")
      }
      h.paragraphe(
        "Première connexion, ou mot de passe oublié : l’exploitant du centre vous remet un lien valable vingt-quatre heures.",
        classe: "aide")
    }
    return entree.page(page, statut: refus == nil ? 200 : 422)
  }

  private static let phrases = [
    "sortie": "Vous êtes déconnecté.",
    "mot-de-passe": "Votre mot de passe est enregistré : connectez-vous.",
  ]

  private static func entrer(_ requete: Requete) async throws -> Reponse {
    try JetonDEntree(requete).verifier(requete.formulaire)
    let identifiant = requete.formulaire["identifiant"]
    let verrouillage = Verrouillage(requete.registre, identifiant: identifiant)
    if let seconds = try await verrouillage.attente(requete.montre) {
      return montrer(requete, refus: attendre(seconds))
    }
    // Counted before the password is looked at, so that several attempts at once cannot pass together.
    try await verrouillage.noter(requete.montre)
    guard let utilisateur = try await reconnaitre(requete, identifiant) else {
      return montrer(requete, refus: "Identifiant ou mot de passe inconnu.")
    }
    try await verrouillage.oublier()
    var reponse = Reponse.redirection(chemin(requete.formulaire["vers"]))
    reponse.enTetes.append(try await Seances(requete).ouvrir(utilisateur, instant: requete.montre))
    requete.site.journal.info("Connexion", metadata: ["utilisateur": "\(utilisateur.id)"])
    return reponse
  }

  /// Whose password this is; the same time is spent whether the name is known or not.
  private static func reconnaitre(_ requete: Requete, _ identifiant: String) async throws -> Utilisateur? {
    let folded = Utilisateur.identifiant(identifiant)
    let compte = try await requete.registre.consulter { lecture in
      try folded.flatMap { try lecture.compte(identifiant: $0) }
    }
    let motDePasse = MotDePasse(donne: requete.formulaire.brut("mot_de_passe"))
    let isRight = try await motDePasse.correspond(a: compte?.motDePasse, requete.site.cout)
    guard let compte, isRight, !compte.utilisateur.bloque else {
      requete.site.journal.notice("Connexion refusée", metadata: ["utilisateur": "\(compte?.utilisateur.id ?? 0)"])
      return nil
    }
    return compte.utilisateur
  }

  private static func attendre(_ seconds: Int) -> String {
    let wait = seconds > 90 ? "\((seconds + 59) / 60) minutes" : "\(seconds) secondes"
    return "Trop d’essais : attendez \(wait) avant le prochain."
  }

  /// A page of this site and nothing else: what a link could make the sign-in lead to is not trusted.
  static func chemin(_ texte: String) -> String {
    let bytes = Array(texte.utf8)
    let isOurs =
      bytes.first == UInt8(ascii: "/") && bytes.dropFirst().first != UInt8(ascii: "/")
      && bytes.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }
    return isOurs ? texte : "/"
  }
}
