import Centre
import Convention
import Registre

/// The two forms that record a dysfunction: an outage to come, a fault found (R086, R179). The number shown in the form makes it one.
enum FormulaireDIncident {
  enum Genre: String, CaseIterable, Sendable { case prevoir, detecter }

  static let routes = Genre.allCases.flatMap { genre in
    [
      Route(.get, "/dysfonctionnements/\(genre.rawValue)", pour: .exploitants) { requete, visiteur in
        try await montrer(genre, requete, visiteur)
      },
      Route(.post, "/dysfonctionnements/\(genre.rawValue)", pour: .exploitants) { requete, visiteur in
        try await envoyer(genre, requete, visiteur)
      },
    ]
  }

  /// - Parameter next: another number than the one that was sent.
  private static func montrer(
    _ genre: Genre, _ requete: Requete, _ visiteur: Visiteur, numero next: String? = nil,
    fautes: [String: String] = [:], refus: String? = nil
  ) async throws -> Reponse {
    let typed = next ?? requete.formulaire["numero"]
    let numero = typed.isEmpty ? try await DevoirsDuCentre(requete.centre).prochainNumero() : typed
    let champs = genre.champs.remplis(requete.formulaire, fautes)
    return .page(
      Page(
        genre.titre, requete: requete, visiteur: visiteur, rubrique: "/devoirs",
        annonce: Annonce.refus(champs, fautes, refus), fil: [("Devoirs du centre", "/devoirs")]
      ) { h in
        h.paragraphe(genre.aide)
        h.formulaire("/dysfonctionnements/\(genre.rawValue)", jeton: visiteur.jeton) { h in
          h.cache("numero", numero)
          for champ in champs { h.vue(champ) }
          h.bouton(genre.titre)
        }
      }, statut: refus == nil && fautes.isEmpty ? 200 : 422)
  }

  private static func envoyer(_ genre: Genre, _ requete: Requete, _ visiteur: Visiteur) async throws -> Reponse {
    var lecture = LectureDeSaisie(requete.formulaire)
    let numero = requete.formulaire["numero"]
    guard numero.utf8.count <= 20, numero.hasPrefix("D-") else {
      return try await montrer(genre, requete, visiteur, refus: "Rien n’est enregistré : rechargez la page.")
    }
    let texte = lecture.libre("texte")
    let portee = lecture.portee()
    let body = genre.lire(&lecture, texte, portee, numero)
    guard let body, lecture.fautes.isEmpty else {
      return try await montrer(genre, requete, visiteur, fautes: lecture.fautes)
    }
    if let answer = try await siConnu(genre, texte, requete, visiteur) { return answer }
    do {
      let fiche = try await requete.accomplir(visiteur.auteur, body)
      return .redirection("/dysfonctionnements/\(fiche.id)?fait=incident")
    } catch RegistreFault.histoireConnue {
      if let answer = try await siConnu(genre, texte, requete, visiteur) { return answer }
      return try await montrer(genre, requete, visiteur, refus: "Rien n’est enregistré : rechargez la page.")
    } catch let refus as Refus {
      return try await montrer(genre, requete, visiteur, refus: "Rien n’est enregistré. \(refus)")
    } catch let faute as FauteDeDevoir {
      return try await montrer(genre, requete, visiteur, refus: "\(faute)")
    }
  }

  /// What is answered when the number of the form was given meanwhile; nil when it is free.
  ///
  /// The same report sent twice leads to its page. Another one, recorded meanwhile under the number shown to both, must
  /// not hide this one: its form comes back, filled in, under the next number.
  private static func siConnu(
    _ genre: Genre, _ texte: String, _ requete: Requete, _ visiteur: Visiteur
  ) async throws -> Reponse? {
    let numero = requete.formulaire["numero"]
    let recit = try await requete.registre.lire { lecture in
      try lecture.histoire(IncidentDeService.self, cle: numero, .exploitant).flatMap { fiche in
        try lecture.recit(IncidentDeService.self, id: fiche.id, .exploitant)
      }
    }
    guard let recit else { return nil }
    if genre.dit(texte, recit.fiche.histoire), recit.actes.first?.auteur == visiteur.auteur {
      return .redirection("/dysfonctionnements/\(recit.fiche.id)?fait=deja")
    }
    let next = try await DevoirsDuCentre(requete.centre).prochainNumero()
    return try await montrer(
      genre, requete, visiteur, numero: next,
      refus:
        "Rien n’est enregistré : un autre dysfonctionnement a pris le numéro \(numero). Celui-ci portera le \(next) : relisez, puis envoyez de nouveau."
    )
  }
}

extension FormulaireDIncident.Genre {
  var titre: String {
    switch self {
    case .prevoir: "Annoncer une coupure"
    case .detecter: "Consigner un dysfonctionnement"
    }
  }

  var aide: String {
    switch self {
    case .prevoir:
      "Ceux que la coupure concerne sont avisés aussitôt : elle ne commencera pas avant que chacun le soit (annexe qualité II.2)."
    case .detecter:
      "Ceux qu’il concerne sont avisés aussitôt. Le bureau CL1A l’est sous quarante-huit heures, avec les actions menées et leur calendrier (point 3, alinéa 4 du cahier des charges)."
    }
  }

  var champs: [Champ] {
    let own: [Champ] =
      switch self {
      case .prevoir:
        [Champ.libre("texte", "Motif", aide: "Lu de tous ceux qu’elle concerne : aucun nom de redevable.")]
          + Champ.instant("de", "Début") + Champ.instant("a", "Fin")
      case .detecter:
        [
          Champ.libre("texte", "Constat", aide: "Lu de tous ceux qu’il concerne : aucun nom de redevable."),
          Champ(
            "nature", "Nature",
            .liste(IncidentDeService.Nature.allCases.map { Champ.Option($0.rawValue, $0.libelle) }), requis: true),
        ] + Champ.instant("depuis", "Depuis", requis: false)
      }
    return own + [
      Champ("tous", "Tous les postes ouverts et toutes les études", .case_),
      Champ("departements", "Départements entiers", aide: "Par exemple 31 32.", longueur: 200),
      Champ("postes", "Postes", aide: "Codiques séparés par des espaces.", longueur: 2_000),
      Champ("etudes", "Études", aide: "Codes séparés par des espaces.", longueur: 2_000),
    ]
  }

  /// Whether a dysfunction was recorded by this form, in these words.
  func dit(_ texte: String, _ incident: IncidentDeService) -> Bool {
    switch (self, incident.origine) {
    case (.prevoir, .prevu(let prevu)): prevu.motif.texte == texte
    case (.detecter, .detecte(let detecte)): detecte.description.texte == texte
    case (.prevoir, .detecte), (.detecter, .prevu): false
    }
  }

  /// What to do once the form is read; nil when a field is at fault.
  func lire(
    _ lecture: inout LectureDeSaisie, _ texte: String, _ portee: Portee, _ numero: String
  ) -> (@Sendable (DevoirsDuCentre) async throws -> FicheDHistoire<IncidentDeService>)? {
    switch self {
    case .prevoir:
      let (de, a) = (lecture.instantLu("de"), lecture.instantLu("a"))
      guard let de, let a else { return nil }
      return { try await $0.prevoir(try Fenetre(de: de, a: a), motif: texte, portee, numero: numero) }
    case .detecter:
      let depuis = lecture.instantLu("depuis", requis: false)
      guard let nature = IncidentDeService.Nature(rawValue: lecture.formulaire["nature"]) else {
        lecture.noter("nature", "Choisissez la nature.")
        return nil
      }
      return { try await $0.detecter(nature, depuis: depuis, description: texte, portee, numero: numero) }
    }
  }
}

extension LectureDeSaisie {
  /// Whom a dysfunction concerns.
  fileprivate mutating func portee() -> Portee {
    Portee(
      postes: codes("postes", Codique.self), etudes: codes("etudes", CodeEtude.self),
      departements: codes("departements", Departement.self), tous: formulaire["tous"] == "oui")
  }
}
