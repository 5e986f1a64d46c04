import Centre
import Convention
import Crypto
import Registre

/// The permanent contact of comptables: a named référent and his address, what one may ask, remark or need, the guide, the trainings
/// (annexe qualité III; cahier 3, al. 2; 4, al. 2; 5, al. 1; R084, R091–R092, R186–R191). Nothing here has a price (R082).
enum AideEtContact {
  static let avertissement = "N’écrivez ni nom, ni adresse, ni montant d’un redevable : le numéro de la demande suffit."

  static let routes = [
    Route(.get, "/aide-et-contact", pour: [.comptable]) { requete, visiteur in try await montrer(requete, visiteur) },
    Route(.post, "/aide-et-contact/demande", pour: [.comptable]) { requete, visiteur in
      try await demander(requete, visiteur)
    },
    Route(.post, "/aide-et-contact/formation", pour: [.comptable]) { requete, visiteur in
      try await former(requete, visiteur)
    },
    Route(.post, "/aide-et-contact/epreuve", pour: [.comptable]) { requete, visiteur in
      try await eprouver(requete, visiteur)
    },
  ]

  static func montrer(
    _ requete: Requete, _ visiteur: Visiteur, fautes: [String: String] = [:], refus: String? = nil
  ) async throws -> Reponse {
    let perimetre = visiteur.perimetre
    let vue = try await requete.registre.consulter { lecture in
      VueDuContact(
        declaration: try lecture.declaration()?.histoire,
        sollicitations: try ExtraitDHistoires(
          .sollicitation, perimetre, .recentes, page: requete.recherche["page"], lecture),
        formations: try ExtraitDHistoires(
          .formation, perimetre, .recentes, page: requete.recherche["formations"], lecture),
        requete: requete, visiteur: visiteur, fautes: fautes)
    }
    return .page(
      Page(
        "Aide et contact", requete: requete, visiteur: visiteur, rubrique: "/aide-et-contact",
        annonce: Annonce.refus(vue.champs, fautes, refus) ?? Annonces.faite(requete)
      ) { vue.ecrire(&$0) }, statut: refus == nil && fautes.isEmpty ? 200 : 422)
  }

  /// The poste that a form names, one of his; alone, it needs no name.
  private static func poste(
    _ envoi: VueDuContact.Envoi, _ requete: Requete, _ visiteur: Visiteur
  ) throws(FauteDePage) -> Codique {
    let typed = requete.formulaire[envoi.champDuPoste]
    if typed.isEmpty, visiteur.postes.count == 1, let only = visiteur.postes.first { return only }
    guard let poste = Codique(typed), visiteur.postes.contains(poste) else { throw .introuvable }
    return poste
  }

  /// The number of a request, made from the key of its form: the same form sent twice asks once.
  private static func numero(_ requete: Requete, _ visiteur: Visiteur) throws(FauteDePage) -> String {
    let key = requete.formulaire["cle"]
    guard !key.isEmpty, key.utf8.count <= 64 else { throw .formulaireIllisible }
    let digest = SHA256.hash(data: Array("\(visiteur.utilisateur.id):\(key)".utf8))
    let digits = digest.prefix(4).map { String(Int($0) + 256, radix: 16).dropFirst() }.joined().uppercased()
    return "A-\(requete.jour.compact)-\(digits)"
  }

  private static func demander(_ requete: Requete, _ visiteur: Visiteur) async throws -> Reponse {
    let (poste, numero) = (try poste(.demande, requete, visiteur), try numero(requete, visiteur))
    var lecture = LectureDeSaisie(requete.formulaire)
    let (texte, demande) = (lecture.libre("texte"), lecture.formulaire.rempli("demande"))
    let objet = Sollicitation.Objet.auChoix.first { $0.rawValue == lecture.formulaire["objet"] }
    if objet == nil { lecture.noter("objet", "Choisissez l’objet.") }
    guard let objet, lecture.fautes.isEmpty else {
      return try await montrer(requete, visiteur, fautes: lecture.fautes)
    }
    let (utilisateur, perimetre) = (visiteur.utilisateur.id, visiteur.perimetre)
    return try await poser(requete, visiteur, poste, champ: "demande") {
      try await $0.poser(numero: numero, poste, par: utilisateur, objet, texte, demande: demande, perimetre)
    }
  }

  private static func former(_ requete: Requete, _ visiteur: Visiteur) async throws -> Reponse {
    let (poste, numero) = (try poste(.formation, requete, visiteur), try numero(requete, visiteur))
    let (utilisateur, perimetre) = (visiteur.utilisateur.id, visiteur.perimetre)
    return try await poser(requete, visiteur, poste, champ: "formation") {
      try await $0.demanderRenouvellement(numero: numero, poste, par: utilisateur, perimetre)
    }
  }

  private static func poser(
    _ requete: Requete, _ visiteur: Visiteur, _ poste: Codique, champ: String,
    _ body: @escaping @Sendable (DevoirsDuCentre) async throws -> FicheDHistoire<Sollicitation>
  ) async throws -> Reponse {
    do {
      let fiche = try await requete.accomplir(visiteur.auteurDeDevoir(poste), body)
      return .redirection("/sollicitations/\(fiche.id)?fait=sollicitation")
    } catch RegistreFault.histoireConnue {
      return .redirection("/aide-et-contact?fait=sollicitation")
    } catch FauteDeDevoir.inconnu {
      return try await montrer(requete, visiteur, fautes: [champ: "Aucune demande de ce numéro n’est à ce poste."])
    } catch let refus as Refus {
      return try await montrer(requete, visiteur, refus: "Rien n’est enregistré. \(refus)")
    }
  }

  private static func eprouver(_ requete: Requete, _ visiteur: Visiteur) async throws -> Reponse {
    let poste = try poste(.epreuve, requete, visiteur)
    let (code, perimetre) = (requete.formulaire["code"], visiteur.perimetre)
    do {
      try await requete.accomplir(visiteur.auteurDeDevoir(poste)) {
        try await $0.confirmerEpreuve(poste, code: code, perimetre)
      }
      return .redirection("/aide-et-contact?fait=epreuve")
    } catch let refus as Refus {
      return try await montrer(requete, visiteur, refus: "Rien n’est enregistré. \(refus)")
    } catch let faute as FauteDeDevoir {
      return try await montrer(requete, visiteur, refus: "\(faute)")
    }
  }
}
