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

  /// What waits for an étude or a comptable: views of its list, counted in one reading; then its figures.
  private static func attentes(_ requete: Requete, _ visiteur: Visiteur) async throws -> Reponse {
    let jour = requete.jour
    let vues = VueDeListe.vues(visiteur.metier).filter { ![.tous, .enCours, .clos].contains($0) }
    let monday = jour.adding(days: 1 - jour.weekday.rawValue)
    let (nombres, rejets, semaine, chiffres) = try await requete.registre.consulter { lecture in
      (
        try lecture.nombres(visiteur.perimetre, vues.map { $0.filtre(on: jour) }),
        try lecture.quarantaineParCode(visiteur.perimetre).map(\.nombre).reduce(0, +),
        try lecture.encaissements(visiteur.perimetre, depuis: monday), try lecture.chiffres(visiteur.perimetre)
      )
    }
    let tuiles = zip(vues, nombres).map { vue, nombre in
      Tuile(nombre: nombre, libelle: vue.libelle, url: FiltreDeListe(vue).url(), ton: vue.ton)
    }
    return page(requete, visiteur) { h in
      h.paragraphe("Nous sommes le \(jour.texte). Voici ce qui vous attend.")
      h.vue(Tuiles(tuiles: tuiles))
      if rejets > 0 {
        h.vue(
          Annonce(
            .alerte,
            "\(accorde(rejets, "ligne de vos demandes est rejetée", "lignes de vos demandes sont rejetées")) : "
              + "le motif est dans le retour de votre exploitation."))
      }
      h.paragraphe(
        "Depuis le lundi \(monday.texte) : \(accorde(semaine.nombre, "encaissement", "encaissements")), "
          + "\(semaine.creance.texte) sur les créances.")
      h.element("p") { $0.lien("Tous mes dossiers", "/dossiers", classe: "bouton") }
      h.titre(2, "Où en sont les dossiers")
      h.vue(TableDeChiffres(chiffres: chiffres))
    }
  }

  private static func exploitation(_ requete: Requete, _ visiteur: Visiteur) async throws -> Reponse {
    let jour = requete.jour
    // Today's files may still come: what is missing is judged on the day before.
    let veille = jour.adding(days: -1)
    let attendus = try await requete.centre.flux(veille)
    let retards = try await DevoirsDuCentre(requete.centre).nombreEnRetard()
    let (attente, rejets, incidents) = try await requete.registre.consulter { lecture in
      (
        try lecture.nombreEnAttente(), try lecture.quarantaineParCode(.exploitant).map(\.nombre).reduce(0, +),
        try lecture.incidents(from: jour.adding(days: -7), to: jour).count
      )
    }
    let tuiles = [
      Tuile(nombre: attente, libelle: "Dossiers à attribuer", url: "/quarantaine", ton: "alerte"),
      Tuile(nombre: rejets, libelle: "Lignes rejetées à traiter", url: "/quarantaine/lignes", ton: "alerte"),
      Tuile(
        nombre: attendus.filter(\.manque).count, libelle: "Fichiers manquants hier", url: "/flux?jour=\(veille.iso)",
        ton: "refus"),
      Tuile(nombre: retards, libelle: "Devoirs du centre hors délai", url: "/devoirs", ton: "refus"),
      Tuile(nombre: incidents, libelle: "Incidents de la semaine", url: "/flux", ton: "refus"),
    ]
    let chiffres = try await requete.registre.consulter { try $0.chiffres(.exploitant) }
    return page(requete, visiteur) { h in
      h.paragraphe("Nous sommes le \(jour.texte). Voici ce qui attend une décision.")
      h.vue(Tuiles(tuiles: tuiles))
      h.titre(2, "Où en sont les dossiers")
      h.vue(TableDeChiffres(chiffres: chiffres))
    }
  }

  private static func chiffres(_ requete: Requete, _ visiteur: Visiteur) async throws -> Reponse {
    let chiffres = try await requete.registre.consulter { try $0.chiffres(visiteur.perimetre) }
    let alertes = try await ContratsDuCentre(requete.centre).alertes(visiteur.perimetre)
    return page(requete, visiteur) { h in
      if !alertes.isEmpty {
        h.titre(2, "Contrats : ce qui approche")
        h.vue(ListeDAlertes(alertes: alertes.prefix(20).map { ($0.cle, $0.alerte.texte) }))
      }
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

extension VueDeListe {
  /// How much it matters on a first page.
  fileprivate var ton: String {
    switch self {
    case .lettres, .retards, .rejetes, .prescription, .comptesRendus: "refus"
    case .accuser, .terme, .prolongations, .attente, .repris, .accords, .formulaires: "alerte"
    case .tous, .enCours, .appeler, .clos: ""
    }
  }
}
