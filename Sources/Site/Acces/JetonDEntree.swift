/// What protects the forms of whoever is not signed in yet: a secret in a cookie, its token in the form (double submit).
struct JetonDEntree {
  private let jeton: Jeton
  private let isNew: Bool
  private let seances: Seances

  init(_ requete: Requete) {
    seances = Seances(requete)
    let known = requete.cookies[JetonDEntree.cookie(seances)].flatMap { Jeton(texte: $0) }
    jeton = known ?? Jeton()
    isNew = known == nil
  }

  /// The token that the form carries.
  var champ: String { jeton.deFormulaire }

  /// A page that carries it, with the cookie it needs.
  func page(_ page: Page, statut: Int = 200) -> Reponse {
    var reponse = Reponse.page(page, statut: statut)
    if isNew { reponse.enTetes.append(seances.poser(JetonDEntree.cookie(seances), jeton.texte)) }
    return reponse
  }

  /// Throws ``FauteDePage/jetonAbsent`` when the form is not one of ours, shown to this browser.
  func verifier(_ formulaire: Formulaire) throws(FauteDePage) {
    guard !isNew, Secrets.egaux(formulaire.brut(Jetons.champ).utf8, champ.utf8) else { throw .jetonAbsent }
  }

  private static func cookie(_ seances: Seances) -> String { seances.reglage.isSecure ? "__Host-entree" : "entree" }
}
