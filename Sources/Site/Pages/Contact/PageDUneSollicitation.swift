import Centre
import Convention
import Registre

/// A request, its answers, and what each side may add (R084, R191).
enum PageDUneSollicitation {
  typealias Fiche = FicheDHistoire<Sollicitation>

  enum Acte: String, CaseIterable, Sendable { case repondre, clore, rouvrir }

  static let routes =
    [
      Route(.get, "/sollicitations/:id", .sollicitation, pour: [.exploitant, .comptable]) { requete, visiteur in
        montrer(try await trouver(requete, visiteur), requete, visiteur)
      }
    ]
    + Acte.allCases.map { acte in
      Route(
        .post, "/sollicitations/:id/\(acte.rawValue)", .sollicitation,
        pour: acte == .rouvrir ? [.comptable] : .exploitants
      ) { requete, visiteur in try await agir(acte, requete, visiteur) }
    }

  private static func trouver(_ requete: Requete, _ visiteur: Visiteur) async throws -> Fiche {
    let (id, perimetre) = (try requete.numero(), visiteur.perimetre)
    let recit = try await requete.registre.demander { try $0.recit(Sollicitation.self, id: id, perimetre) }
    guard let recit else { throw FauteDePage.introuvable }
    return recit.fiche
  }

  private static func montrer(
    _ fiche: Fiche, _ requete: Requete, _ visiteur: Visiteur, fautes: [String: String] = [:], refus: String? = nil
  ) -> Reponse {
    let asked = fiche.histoire
    let isOwn = visiteur.metier == .exploitant
    let champs = [champ(isOwn)].remplis(requete.formulaire, fautes)
    let annonce =
      requete.recherche["fait"] == "deja"
      ? Annonce(.alerte, "C’était déjà fait : voici l’état présent.") : Annonces.faite(requete)
    return .page(
      Page(
        "Demande \(fiche.cle)", requete: requete, visiteur: visiteur, rubrique: isOwn ? "/devoirs" : "/aide-et-contact",
        annonce: Annonce.refus(champs, fautes, refus) ?? annonce,
        fil: [isOwn ? ("Demandes d’aide", "/sollicitations") : ("Aide et contact", "/aide-et-contact")]
      ) { h in
        h.element("p") { $0.vue(Etiquette(asked.mot.libelle, asked.mot.ton)) }
        h.definitions(
          [
            ("Objet", asked.posee.objet.libelle), ("Poste", asked.posee.poste.texte),
            ("Posée", asked.posee.instant.texte), asked.posee.demande.map { ("Demande", $0.numero) },
            ("Texte", asked.posee.texte.texte),
          ].compactMap { $0 })
        echanges(asked, &h)
        formulaires(fiche, isOwn, champs, visiteur, &h)
      }, statut: refus == nil && fautes.isEmpty ? 200 : 422)
  }

  private static func champ(_ isOwn: Bool) -> Champ {
    Champ.libre("texte", isOwn ? "Réponse" : "Ce qui reste à dire", aide: AideEtContact.avertissement)
  }

  private static func echanges(_ asked: Sollicitation, _ h: inout HTML) {
    h.titre(2, "Réponses")
    let all = (asked.reponses.map { ("Le centre", $0) } + asked.relances.map { ("Le comptable", $0) })
      .sorted { $0.1.instant < $1.1.instant }
    guard !all.isEmpty else { return h.paragraphe("Aucune réponse encore.") }
    h.definitions(all.map { ("\($0), \($1.instant.texte)", $1.texte.texte) })
  }

  private static func formulaires(
    _ fiche: Fiche, _ isOwn: Bool, _ champs: [Champ], _ visiteur: Visiteur, _ h: inout HTML
  ) {
    let isOpen = fiche.histoire.etat == .ouverte
    func formulaire(_ acte: Acte, _ titre: String, _ champs: [Champ], _ h: inout HTML) {
      h.formulaire("/sollicitations/\(fiche.id)/\(acte.rawValue)", jeton: visiteur.jeton) { h in
        h.cache("rang", "\(fiche.rang)")
        for champ in champs { h.vue(champ) }
        h.bouton(titre, classe: "second")
      }
    }
    if isOwn, isOpen {
      formulaire(.repondre, "Répondre", champs, &h)
      if fiche.histoire.estRepondue { formulaire(.clore, "Clore", [], &h) }
    } else if !isOwn, !isOpen {
      formulaire(.rouvrir, "Rouvrir la demande", champs, &h)
    }
  }

  private static func agir(_ acte: Acte, _ requete: Requete, _ visiteur: Visiteur) async throws -> Reponse {
    let fiche = try await trouver(requete, visiteur)
    let (cle, url, utilisateur) = (fiche.cle, "/sollicitations/\(fiche.id)", visiteur.utilisateur.id)
    guard let rang = Int(requete.formulaire["rang"]) else {
      return montrer(fiche, requete, visiteur, refus: "Rien n’est enregistré : rechargez la page.")
    }
    var lecture = LectureDeSaisie(requete.formulaire)
    let texte = acte == .clore ? "" : lecture.libre("texte")
    guard lecture.fautes.isEmpty else { return montrer(fiche, requete, visiteur, fautes: lecture.fautes) }
    let perimetre = visiteur.perimetre
    do {
      _ = try await requete.accomplir(visiteur.auteurDeDevoir(fiche.histoire.posee.poste)) { devoirs in
        switch acte {
        case .repondre: try await devoirs.repondre(cle, texte, par: utilisateur, rang: rang)
        case .clore: try await devoirs.cloreSollicitation(cle, rang: rang)
        case .rouvrir: try await devoirs.rouvrir(cle, texte, par: utilisateur, rang: rang, perimetre)
        }
      }
      return .redirection("\(url)?fait=reponse-donnee")
    } catch FauteDeDevoir.change {
      return .redirection("\(url)?fait=deja")
    } catch let refus as Refus {
      return montrer(fiche, requete, visiteur, refus: "Rien n’est enregistré. \(refus)")
    }
  }
}

extension Visiteur {
  /// Who acts, as the journal keeps it: a comptable for one of his postes.
  func auteurDeDevoir(_ poste: Codique) -> String {
    metier == .exploitant ? auteur : "poste:\(poste)/\(utilisateur.identifiant)"
  }
}
