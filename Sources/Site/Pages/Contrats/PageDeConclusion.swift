import Centre
import Convention
import Registre

/// The form that concludes a contract: by the exploitant for any département, by a direction for its own (art. 1, al. 3, R004).
enum PageDeConclusion {
  static let routes = [
    Route(.get, "/contrats/conclure", pour: Set<Profil.Metier>.autorite) { requete, visiteur in
      montrer(requete, visiteur)
    },
    Route(.post, "/contrats/conclure", pour: Set<Profil.Metier>.autorite) { requete, visiteur in
      try await envoyer(requete, visiteur)
    },
  ]

  private static func champs(_ requete: Requete, _ visiteur: Visiteur) -> [Champ] {
    let own = departement(visiteur) == nil ? [Champ("departement", "Département", requis: true, longueur: 3)] : []
    return [
      Champ("etude", "Étude", aide: "Son code : E3101.", requis: true, longueur: 8)
    ] + own + [
      Champ(
        "autorite", "Autorité",
        .liste(AutoriteDuDepartement.allCases.map { .init($0.rawValue, $0.libelle) }), requis: true),
      Champ(
        "du", "À partir du", .jour, valeur: requete.centre.horloge.jour.texte,
        aide: "Jour, mois, année : 23/11/2026.", requis: true, longueur: 10),
    ]
  }

  /// That of a direction; nil for the exploitant, who names it.
  private static func departement(_ visiteur: Visiteur) -> Departement? {
    guard case .direction(let departement) = visiteur.utilisateur.profil else { return nil }
    return departement
  }

  private static func montrer(
    _ requete: Requete, _ visiteur: Visiteur, fautes: [String: String] = [:], refus: String? = nil
  ) -> Reponse {
    let champs = champs(requete, visiteur).remplis(requete.formulaire, fautes)
    return .page(
      Page(
        "Conclure un contrat", requete: requete, visiteur: visiteur, rubrique: "/contrats",
        annonce: Annonce.refus(champs, fautes, refus), fil: [("Contrats", "/contrats")]
      ) { h in
        h.paragraphe(
          "Un contrat de trois ans, un seul à la fois par département et par étude (article 1, alinéa 3 ; article 19). Il ne "
            + "laisse rien passer avant toutes ses signatures et l’engagement de l’étude.")
        h.formulaire("/contrats/conclure", jeton: visiteur.jeton) { h in
          for champ in champs { h.vue(champ) }
          h.element("div", [.classe("actions")]) { h in
            h.bouton("Conclure le contrat")
            h.lien("Renoncer", "/contrats")
          }
        }
      }, statut: fautes.isEmpty && refus == nil ? 200 : 422)
  }

  private static func envoyer(_ requete: Requete, _ visiteur: Visiteur) async throws -> Reponse {
    var lecture = LectureDeSaisie(requete.formulaire)
    guard let conclusion = lire(&lecture, visiteur) else { return montrer(requete, visiteur, fautes: lecture.fautes) }
    do {
      let fiche = try await requete.seul {
        try await ContratsDuCentre(requete.centre).conclure(conclusion, par: visiteur.auteur(chez: conclusion.etude))
      }
      return .redirection("/contrats/\(fiche.cle)?fait=conclure")
    } catch let refus as Refus {
      return montrer(requete, visiteur, refus: "Rien n’est enregistré. \(refus)")
    } catch let faute as FauteDeContrat {
      return montrer(requete, visiteur, refus: "Rien n’est enregistré. \(faute)")
    }
  }

  private static func lire(_ lecture: inout LectureDeSaisie, _ visiteur: Visiteur) -> ContratsDuCentre.AConclure? {
    let etude = CodeEtude(lecture.formulaire["etude"].uppercased())
    let departement = departement(visiteur) ?? Departement(lecture.formulaire["departement"].uppercased())
    if etude == nil { lecture.noter("etude", "Ce code ne se lit pas : E3101.") }
    if departement == nil { lecture.noter("departement", "Ce département n’existe pas.") }
    let (autorite, du) = (lecture.mot("autorite", AutoriteDuDepartement.self), lecture.jourLu("du"))
    guard let etude, let departement, let autorite, let du else { return nil }
    return ContratsDuCentre.AConclure(etude, departement, autorite, du: du)
  }
}
