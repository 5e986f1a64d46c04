import Centre
import Convention
import Registre

/// One debtor or one titre of a demand being typed.
enum PageDUnePartie {
  static let routes = [
    Route(.get, "/demandes/:id/:partie/:rang", .brouillon, pour: [.comptable]) { requete, visiteur in
      let (brouillon, partie) = try await trouver(requete, visiteur)
      return montrer(brouillon, partie, requete, visiteur, complet: requete.recherche["verifier"] == "oui")
    },
    Route(.post, "/demandes/:id/:partie/:rang", .brouillon, pour: [.comptable]) { requete, visiteur in
      try await agir(requete, visiteur)
    },
  ]

  /// An existing part, or the one just after the last: throws for any other.
  private static func trouver(
    _ requete: Requete, _ visiteur: Visiteur
  ) async throws -> (Brouillon, DemandeSaisie.Partie) {
    guard let brouillon = try await PageDUneDemande.trouver(requete, visiteur) else { throw FauteDePage.introuvable }
    let rang = Int(try requete.numero("rang"))
    let (partie, count, limite): (DemandeSaisie.Partie, Int, Int)
    switch requete.parametres["partie"] {
    case "redevables":
      (partie, count, limite) = (
        .redevable(rang), brouillon.contenu.redevables.count, VueDuBrouillon.limiteDeRedevables
      )
    case "titres":
      (partie, count, limite) = (.titre(rang), brouillon.contenu.titres.count, VueDuBrouillon.limiteDeTitres)
    default: throw FauteDePage.introuvable
    }
    guard rang <= min(count + 1, limite) else { throw FauteDePage.introuvable }
    return (brouillon, partie)
  }

  private static func montrer(
    _ brouillon: Brouillon, _ partie: DemandeSaisie.Partie, _ requete: Requete, _ visiteur: Visiteur, complet: Bool
  ) -> Reponse {
    let typed = brouillon.contenu[partie] ?? brouillon.contenu.propose(partie)
    var examen = ExamenDuBrouillon(ChampsDeDemande(requete), requete.centre.formats.desSaisies)
    _ = examen.lire(typed, partie, complet: complet)
    let pairs = examen.fautes.compactMap { faute in faute.champ.map { ($0, faute.phrase) } }
    let fautes = Dictionary(pairs) { first, _ in first }
    let champs = examen.champs(partie).remplis(Formulaire(typed.map { ($0.key, $0.value) }), fautes)
    let url = "/demandes/\(brouillon.id)"
    return .page(
      Page(
        partie.titre, requete: requete, visiteur: visiteur, rubrique: "/demandes", annonce: annonce(champs),
        fil: [("Saisir une demande", "/demandes"), (brouillon.titre, url)]
      ) { h in
        h.formulaire("\(url)/\(partie.chemin)", jeton: visiteur.jeton) { h in
          for champ in champs { h.vue(champ) }
          boutons(brouillon, partie, url, &h)
        }
      }, statut: fautes.isEmpty || requete.formulaire.champs.isEmpty ? 200 : 422)
  }

  private static func boutons(
    _ brouillon: Brouillon, _ partie: DemandeSaisie.Partie, _ url: String, _ h: inout HTML
  ) {
    h.element("div", [.classe("actions")]) { h in
      h.bouton("Enregistrer", nom: "action", valeur: "enregistrer")
      if case .titre = partie {
        h.bouton("Enregistrer et ajouter un titre", classe: "second", nom: "action", valeur: "suivant")
      }
      if brouillon.contenu[partie] != nil {
        h.bouton("Retirer", classe: "danger", nom: "action", valeur: "retirer")
      }
      h.lien("Revenir à la demande", url)
    }
  }

  private static func annonce(_ champs: [Champ]) -> Annonce? {
    let wrong = champs.compactMap { champ in champ.erreur.map { (champ.id, "\(champ.libelle) : \($0)") } }
    return wrong.isEmpty ? nil : Annonce(.alerte, "Le brouillon garde ce qui est saisi ; à corriger :", fautes: wrong)
  }

  /// What was typed is kept even when it does not read yet: nothing typed is lost.
  private static func agir(_ requete: Requete, _ visiteur: Visiteur) async throws -> Reponse {
    var (brouillon, partie) = try await trouver(requete, visiteur)
    let action = requete.formulaire["action"]
    let champs = ExamenDuBrouillon(ChampsDeDemande(requete), nil).champs(partie)
    brouillon.contenu[partie] = action == "retirer" ? nil : requete.formulaire.valeurs(champs)
    brouillon.instant = requete.instant
    let kept = brouillon
    try await requete.registre.ecrire { try $0.garder(kept) }
    let url = "/demandes/\(kept.id)"
    var examen = ExamenDuBrouillon(ChampsDeDemande(requete), requete.centre.formats.desSaisies)
    _ = examen.lire(kept.contenu[partie] ?? [:], partie, complet: false)
    guard action == "retirer" || examen.fautes.isEmpty else {
      return montrer(kept, partie, requete, visiteur, complet: false)
    }
    if action == "suivant", kept.contenu.titres.count < VueDuBrouillon.limiteDeTitres {
      return .redirection("\(url)/titres/\(kept.contenu.titres.count + 1)")
    }
    return .redirection("\(url)?fait=brouillon")
  }
}

extension DemandeSaisie.Partie {
  fileprivate var titre: String {
    switch self {
    case .demande: "Demande"
    case .redevable(let rang): rang == 1 ? "Redevable principal" : "Redevable \(rang)"
    case .titre(let rang): "Titre \(rang)"
    }
  }

  fileprivate var chemin: String {
    switch self {
    case .demande: ""
    case .redevable(let rang): "redevables/\(rang)"
    case .titre(let rang): "titres/\(rang)"
    }
  }
}

extension Brouillon.Contenu {
  /// What was typed of a part; nil for one that is not there yet. Setting nil takes it away, and those after it move up.
  subscript(partie: DemandeSaisie.Partie) -> [String: String]? {
    get {
      switch partie {
      case .demande: demande
      case .redevable(let rang): redevables.indices.contains(rang - 1) ? redevables[rang - 1] : nil
      case .titre(let rang): titres.indices.contains(rang - 1) ? titres[rang - 1] : nil
      }
    }
    set {
      switch partie {
      case .demande: demande = newValue ?? [:]
      case .redevable(let rang): Self.set(rang, newValue, in: &redevables)
      case .titre(let rang): Self.set(rang, newValue, in: &titres)
      }
    }
  }

  private static func set(_ rang: Int, _ value: [String: String]?, in parts: inout [[String: String]]) {
    switch (parts.indices.contains(rang - 1), value) {
    case (true, let value?): parts[rang - 1] = value
    case (true, nil): parts.remove(at: rang - 1)
    case (false, let value?): parts.append(value)
    case (false, nil): break
    }
  }

  /// A new titre most often has the creditor of the one before.
  func propose(_ partie: DemandeSaisie.Partie) -> [String: String] {
    guard case .titre = partie else { return [:] }
    let creancier = ["libelle_collectivite", "type_collectivite", "code_collectivite", "code_budget", "exercice"]
    return titres.last?.filter { creancier.contains($0.key) } ?? ["code_budget": "00"]
  }
}
