import Centre
import Convention
import Registre

/// The form of one act of a contract: shown, sent, or shown again with what is wrong.
enum PageDUnActe {
  static let routes = [
    Route(.get, "/contrats/:cle/actes/:acte", .contrat, pour: .deContrats) { requete, visiteur in
      let (vu, acte) = try await trouver(requete, visiteur)
      return montrer(vu, acte, requete, visiteur, rang: "\(vu.fiche.rang)")
    },
    Route(.post, "/contrats/:cle/actes/:acte", .contrat, pour: .deContrats) { requete, visiteur in
      try await envoyer(requete, visiteur)
    },
  ]

  /// Hidden in the form: how many acts the contract had, so that the same form sent twice is one act.
  private static let rang = "rang"

  private static func trouver(_ requete: Requete, _ visiteur: Visiteur) async throws -> (ContratVu, ActeDeContrat) {
    let vu = try await PageDUnContrat.trouver(requete, visiteur)
    guard
      let acte = ActeDeContrat.tous.first(where: {
        $0.code == requete.parametres["acte"] && $0.metiers.contains(visiteur.metier)
      })
    else { throw FauteDePage.introuvable }
    return (vu, acte)
  }

  private static func montrer(
    _ vu: ContratVu, _ acte: ActeDeContrat, _ requete: Requete, _ visiteur: Visiteur, rang: String,
    fautes: [String: String] = [:], refus: String? = nil
  ) -> Reponse {
    let contexte = ActeDeContrat.Contexte(vu: vu, visiteur: visiteur, depot: DocumentJoint.depot(requete))
    let champs = acte.champs(contexte).remplis(requete.formulaire, fautes)
    let url = "/contrats/\(vu.fiche.cle)"
    let isAllowed = ActeDeContrat.permis(vu, visiteur).contains { $0.code == acte.code }
    return .page(
      Page(
        acte.titre, requete: requete, visiteur: visiteur, rubrique: "/contrats",
        annonce: Annonce.refus(champs, fautes, refus),
        fil: [("Contrats", "/contrats"), ("Contrat \(vu.fiche.cle)", url)]
      ) { h in
        h.paragraphe(acte.aide)
        guard isAllowed else {
          h.vue(Annonce(.alerte, "L’état du contrat ne le permet pas, ou ne le permet plus."))
          return
        }
        h.formulaire("\(url)/actes/\(acte.code)", jeton: visiteur.jeton, fichiers: acte.fichiers) { h in
          h.cache(Self.rang, rang)
          for champ in champs { h.vue(champ) }
          h.element("div", [.classe("actions")]) { h in
            h.bouton(acte.titre)
            h.lien("Renoncer", url)
          }
        }
      }, statut: fautes.isEmpty && refus == nil ? 200 : 422)
  }

  private static func envoyer(_ requete: Requete, _ visiteur: Visiteur) async throws -> Reponse {
    let (vu, acte) = try await trouver(requete, visiteur)
    let typed = requete.formulaire[Self.rang]
    let contexte = ActeDeContrat.Contexte(vu: vu, visiteur: visiteur, depot: DocumentJoint.depot(requete))
    var lecture = LectureDeSaisie(requete.formulaire)
    let action = acte.lire(contexte, &lecture)
    guard let rang = Int(typed), rang > 0, let action, lecture.fautes.isEmpty else {
      return montrer(
        vu, acte, requete, visiteur, rang: "\(vu.fiche.rang)", fautes: lecture.fautes,
        refus: lecture.fautes.isEmpty ? "Rien n’est enregistré." : nil)
    }
    let geste = ActeDeContrat.Geste(
      vu.fiche.cle, visiteur.perimetre, par: visiteur.auteur(chez: vu.histoire.etude), rang: rang)
    do {
      try await requete.seul { try await action(ContratsDuCentre(requete.centre), geste) }
      return .redirection("/contrats/\(vu.fiche.cle)?fait=\(acte.code)")
    } catch let refus as Refus {
      return montrer(vu, acte, requete, visiteur, rang: typed, refus: "Rien n’est enregistré. \(refus)")
    } catch let faute as FauteDeContrat {
      return montrer(
        vu, acte, requete, visiteur, rang: "\(vu.fiche.rang)", refus: "Rien n’est enregistré. \(faute)")
    } catch let refus as DocumentRefuse {
      return montrer(vu, acte, requete, visiteur, rang: typed, fautes: ["fichier": "\(refus)"])
    }
  }
}
