import Centre
import Convention
import Registre

/// One invoice, printed as a bill; what its reader may do of it, and its facts.
enum PageDUneFacture {
  static let routes = [
    Route(.get, "/factures/:id", .facture, pour: .deFactures) { requete, visiteur in
      try await montrer(requete, visiteur)
    },
    suite("recevoir", .direction) { lecture in lecture.jourLu("jour").map { .recue(le: $0) } },
    suite("payer", .direction) { lecture in
      let (jour, montant) = (lecture.jourLu("jour_paiement"), lecture.montantLu("montant"))
      return jour.flatMap { jour in montant.map { .payee(le: jour, $0) } }
    },
    suite("rejeter", .direction) { lecture in
      if lecture.texte("motif", requis: "Dites pourquoi.") == nil { return nil }
      return .rejetee(motif: lecture.formulaire["motif"])
    },
    suite("interets", .etude) { _ in .interetsReclames },
    suite("payer-interets", .direction) { lecture in
      let (jour, montant) = (lecture.jourLu("jour_interets"), lecture.montantLu("montant_interets"))
      return jour.flatMap { jour in montant.map { .interetsPayes(le: jour, $0) } }
    },
  ]

  /// One thing that may be done, by whom, and how its form is read.
  private static func suite(
    _ code: String, _ metier: Profil.Metier, _ lire: @escaping @Sendable (inout LectureDeSaisie) -> Facturation.Suite?
  ) -> Route {
    Route(.post, "/factures/:id/\(code)", .facture, pour: [metier]) { requete, visiteur in
      let page = try await trouver(requete, visiteur)
      guard let rang = Int(requete.formulaire["rang"]) else {
        return montrer(page, requete, refus: "Rien n’est enregistré.")
      }
      var lecture = LectureDeSaisie(requete.formulaire)
      guard let suite = lire(&lecture), lecture.fautes.isEmpty else {
        return montrer(page, requete, fautes: lecture.fautes, refus: "Rien n’est enregistré : corrigez ce qui suit.")
      }
      do {
        _ = try await requete.facturation(visiteur).suivre(
          page.fiche.cle, suite, rang: rang, par: .init(visiteur.auteur(chez: page.fiche.histoire.projet.etude)))
        return .redirection("/factures/\(page.fiche.id)?fait=\(code)")
      } catch let refus as Refus {
        return montrer(page, requete, refus: "Rien n’est enregistré. \(refus)")
      } catch let faute as FauteDeFacture {
        return montrer(page, requete, refus: "Rien n’est enregistré. \(faute)")
      }
    }
  }

  private static func montrer(_ requete: Requete, _ visiteur: Visiteur) async throws -> Reponse {
    montrer(try await trouver(requete, visiteur), requete)
  }

  private static func trouver(_ requete: Requete, _ visiteur: Visiteur) async throws -> VueDeFacture {
    let id = try requete.numero()
    guard let found = try await requete.facturation(visiteur).facture(id) else { throw FauteDePage.introuvable }
    let code = found.fiche.histoire.projet.etude
    let etude = try await requete.registre.consulter { try $0.etude(code) }
    return VueDeFacture(
      fiche: found.fiche, actes: found.actes, etude: etude, visiteur: visiteur, jour: requete.jour)
  }

  private static func montrer(
    _ vue: VueDeFacture, _ requete: Requete, fautes: [String: String] = [:], refus: String? = nil
  ) -> Reponse {
    var vue = vue
    vue.saisie = (requete.formulaire, fautes)
    let page = vue
    let annonce =
      refus.map { Annonce(.refus, $0, fautes: fautes.sorted { $0.key < $1.key }.map { ("champ-\($0.key)", $0.value) }) }
      ?? phrases[requete.recherche["fait"]].map { Annonce(.fait, $0) }
    return .page(
      Page(
        "Facture \(vue.fiche.histoire.projet.numero)", requete: requete, visiteur: vue.visiteur,
        rubrique: PagesDesFactures.url, annonce: annonce, fil: [("Factures", PagesDesFactures.url)]
      ) { $0.vue(page) }, statut: refus == nil ? 200 : 422)
  }

  private static let phrases = [
    "emise": "La facture est émise.", "recevoir": "La réception est enregistrée : les trente jours courent.",
    "payer": "Le paiement est enregistré.",
    "rejeter": "La facture est rejetée : ses lignes peuvent être facturées de nouveau.",
    "interets": "Les intérêts moratoires sont réclamés.",
    "payer-interets": "Le paiement des intérêts est enregistré.",
  ]
}
