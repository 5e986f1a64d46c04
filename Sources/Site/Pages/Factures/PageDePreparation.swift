import Centre
import Convention
import Registre

/// What an étude may bill for a period, what is refused and why, and the button that issues it.
enum PageDePreparation {
  static let routes = [
    Route(.get, "/factures/preparer", pour: [.etude]) { requete, visiteur in
      try await preparer(requete, visiteur, requete.recherche)
    },
    Route(.post, "/factures", pour: [.etude]) { requete, visiteur in try await emettre(requete, visiteur) },
  ]

  /// The fields of the form, read.
  private struct Saisie {
    let demande: Facturation.Demande?
    let fautes: [String: String]
    let champs: [Champ]

    init(_ formulaire: Formulaire, _ visiteur: Visiteur, _ jour: Jour) throws(FauteDePage) {
      let etudes = visiteur.etudes.sorted()
      let asked = formulaire.rempli("etude")
      guard let etude = asked == nil ? etudes.first : etudes.first(where: { $0.texte == asked }) else {
        throw .introuvable
      }
      var lecture = LectureDeSaisie(formulaire)
      let (du, au) = (lecture.jourLu("du"), lecture.jourLu("au"))
      let departement = formulaire.rempli("departement").flatMap { Departement($0) }
      if formulaire.rempli("departement") != nil, departement == nil {
        lecture.noter("departement", "Ce département n’existe pas.")
      }
      let isAsked = formulaire.champs.contains { $0.nom == "du" || $0.nom == "au" }
      fautes = isAsked ? lecture.fautes : [:]
      demande =
        lecture.fautes.isEmpty
        ? du.flatMap { du in
          au.map {
            .init(etude, du: du, au: $0, departement: departement, numero: formulaire.rempli("numero"))
          }
        } : nil
      champs = [
        Champ(
          "etude", "Étude", .liste(etudes.map { Champ.Option($0.texte, $0.texte) }), valeur: etude.texte, requis: true),
        Champ(
          "du", "Du", .jour, valeur: Jour(jour.annee, 1, 1).texte, aide: "Jour, mois, année : 01/11/2026.",
          requis: true, longueur: 10),
        Champ("au", "Au", .jour, valeur: jour.texte, requis: true, longueur: 10),
        Champ(
          "departement", "Département du directeur", aide: "Seulement si vos dossiers relèvent de plusieurs.",
          longueur: 3),
      ].remplis(formulaire, fautes)
    }
  }

  private static func preparer(
    _ requete: Requete, _ visiteur: Visiteur, _ formulaire: Formulaire, refus: String? = nil
  ) async throws -> Reponse {
    let saisie = try Saisie(formulaire, visiteur, requete.jour)
    var preparation: PreparationDeFacture?
    var refus = refus
    if let demande = saisie.demande {
      (preparation, refus) = try await essayer(refus) { try await requete.facturation(visiteur).preparer(demande) }
    }
    let found = preparation
    let annonce = refus.map { Annonce(.refus, $0) }
    return .page(
      Page(
        "Préparer une facture", requete: requete, visiteur: visiteur, rubrique: PagesDesFactures.url, annonce: annonce,
        fil: [("Factures", PagesDesFactures.url)]
      ) { h in
        h.paragraphe(
          "Les actes, droits et forfaits du recouvrement judiciaire qui ne sont sur aucune facture (article 16). Elle "
            + "s’adresse au directeur signataire du contrat départemental.")
        h.element("form", [Attribut("method", "get"), Attribut("action", "/factures/preparer")]) { h in
          for champ in saisie.champs { h.vue(champ) }
          h.bouton("Voir ce qui est à facturer", classe: "second")
        }
        if let found { h.vue(VueDePreparation(found, visiteur.jeton, saisie.demande?.departement)) }
      }, statut: annonce == nil && saisie.fautes.isEmpty ? 200 : 422)
  }

  /// The result, or the sentence of what stops it; one said before stays.
  private static func essayer<T>(_ said: String?, _ body: () async throws -> T) async throws -> (T?, String?) {
    do {
      return (try await body(), said)
    } catch let refus as Refus {
      return (nil, said ?? "\(refus)")
    } catch let faute as FauteDeFacture {
      return (nil, said ?? "\(faute)")
    }
  }

  private static func emettre(_ requete: Requete, _ visiteur: Visiteur) async throws -> Reponse {
    let asked = try Saisie(requete.formulaire, visiteur, requete.jour).demande
    guard let demande = asked, demande.numero != nil else {
      let missing = asked == nil ? "la période" : "le numéro de la facture"
      return try await preparer(
        requete, visiteur, requete.formulaire, refus: "Rien n’est émis : indiquez \(missing).")
    }
    let (fiche, refus) = try await essayer(nil) {
      try await requete.facturation(visiteur).emettre(demande, par: .init(visiteur.auteur(chez: demande.etude)))
    }
    guard let fiche else {
      return try await preparer(requete, visiteur, requete.formulaire, refus: "Rien n’est émis. \(refus ?? "")")
    }
    return .redirection("/factures/\(fiche.id)?fait=emise")
  }
}

/// The lines, the totals, what is refused, and the form that issues the invoice.
struct VueDePreparation: Vue {
  let preparation: PreparationDeFacture
  let jeton: String
  let departement: Departement?

  init(_ preparation: PreparationDeFacture, _ jeton: String, _ departement: Departement?) {
    self.preparation = preparation
    self.jeton = jeton
    self.departement = departement
  }

  func ecrire(_ h: inout HTML) {
    let projet = preparation.projet
    h.titre(2, "À facturer, du \(projet.du.texte) au \(projet.au.texte)")
    if preparation.lignes.isEmpty {
      h.paragraphe("Rien n’est à facturer sur cette période.")
    } else {
      h.paragraphe("Payeur : \(projet.payeur.libelle).")
      h.vue(LignesDeFacture(projet))
      emission(projet, &h)
      for ligne in preparation.lignes { h.vue(VueDExplication(ligne.explication)) }
    }
    if preparation.dejaFacturees > 0 {
      h.paragraphe("\(accorde(preparation.dejaFacturees, "ligne est", "lignes sont")) déjà sur une autre facture.")
    }
    if !preparation.aChargeDuDebiteur.isEmpty {
      h.titre(2, "À la charge du redevable")
      h.paragraphe("Le droit proportionnel s’ajoute à la dette : il n’est pas facturé au directeur.")
      for ligne in preparation.aChargeDuDebiteur { h.vue(VueDExplication(ligne.explication)) }
    }
    h.vue(VueDesRefusees(preparation.refusees))
  }

  private func emission(_ projet: ProjetDeFacture, _ h: inout HTML) {
    h.formulaire(PagesDesFactures.url, jeton: jeton) { h in
      h.cache("etude", projet.etude.texte)
      h.cache("du", projet.du.texte)
      h.cache("au", projet.au.texte)
      if let departement { h.cache("departement", departement.texte) }
      h.vue(
        Champ(
          "numero", "Numéro de la facture", valeur: projet.numero, aide: "Le vôtre ; jamais deux fois le même.",
          requis: true, longueur: 20))
      h.bouton("Émettre la facture")
    }
  }
}
