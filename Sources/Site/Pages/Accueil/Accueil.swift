import Centre
import Convention
import Registre

/// The first page: what waits for the visitor, by his profession.
enum Accueil {
  static let routes = [
    Route(.get, "/", pour: .tous) { requete, visiteur in
      switch visiteur.metier {
      case .etude, .comptable: try await attentes(requete, visiteur)
      case .exploitant: try await exploitation(requete, visiteur)
      case .direction, .central: try await chiffres(requete, visiteur)
      }
    }
  ]

  /// What waits for an étude or a comptable: views of its list.
  private static func attentes(_ requete: Requete, _ visiteur: Visiteur) async throws -> Reponse {
    let jour = requete.jour
    let vues = FiltreDeListe.vues(visiteur.metier).filter { $0 != .tous && $0 != .clos }
    let tuiles = try await requete.registre.lire { lecture in
      try vues.map { vue in
        let liste = FiltreDeListe(Formulaire([("vue", vue.rawValue)]))
        let compte = try lecture.compte(
          visiteur.perimetre, liste.filtre(on: jour), jusqua: PagesDossiers.limiteDuCompte + 1)
        return Tuile(nombre: compte.nombre, libelle: vue.libelle, url: liste.url(), ton: vue.ton)
      }
    }
    return page(requete, visiteur) { h in
      h.paragraphe("Nous sommes le \(jour.texte). Voici ce qui vous attend.")
      h.vue(Tuiles(tuiles: tuiles))
      h.element("p") { $0.lien("Tous mes dossiers", "/dossiers", classe: "bouton") }
    }
  }

  private static func exploitation(_ requete: Requete, _ visiteur: Visiteur) async throws -> Reponse {
    let jour = requete.jour
    let attendus = try await requete.centre.flux(jour)
    let (attente, rejets, incidents) = try await requete.registre.lire { lecture in
      (
        try lecture.nombreEnAttente(), try lecture.quarantaineParCode(.exploitant).map(\.nombre).reduce(0, +),
        try lecture.incidents(from: jour.adding(days: -7), to: jour).count
      )
    }
    let tuiles = [
      Tuile(nombre: attente, libelle: "Dossiers à attribuer", url: "/quarantaine", ton: "alerte"),
      Tuile(nombre: rejets, libelle: "Lignes rejetées à traiter", url: "/quarantaine", ton: "alerte"),
      Tuile(nombre: attendus.filter(\.manque).count, libelle: "Fichiers manquants", url: "/flux", ton: "refus"),
      Tuile(nombre: incidents, libelle: "Incidents de la semaine", url: "/flux", ton: "refus"),
    ]
    let chiffres = try await requete.registre.lire { try $0.chiffres(.exploitant) }
    return page(requete, visiteur) { h in
      h.paragraphe("Nous sommes le \(jour.texte). Voici ce qui attend une décision.")
      h.vue(Tuiles(tuiles: tuiles))
      h.titre(2, "Où en sont les dossiers")
      h.vue(TableDeChiffres(chiffres: chiffres))
    }
  }

  private static func chiffres(_ requete: Requete, _ visiteur: Visiteur) async throws -> Reponse {
    let chiffres = try await requete.registre.lire { try $0.chiffres(visiteur.perimetre) }
    return page(requete, visiteur) { h in
      h.paragraphe("Situation au \(requete.jour.texte).")
      h.vue(TableDeChiffres(chiffres: chiffres))
    }
  }

  private static func page(
    _ requete: Requete, _ visiteur: Visiteur, _ contenu: @escaping @Sendable (inout HTML) -> Void
  ) -> Reponse {
    .page(
      Page(
        "Bonjour \(visiteur.utilisateur.nom)", requete: requete, visiteur: visiteur, rubrique: "/",
        annonce: Annonces.faite(requete), contenu: contenu))
  }
}

extension FiltreDeListe.Vue {
  /// How much it matters on a first page.
  fileprivate var ton: String {
    switch self {
    case .lettres, .retards: "refus"
    case .accuser, .terme, .prolongations, .attente, .repris: "alerte"
    case .tous, .appeler, .clos: ""
    }
  }
}
