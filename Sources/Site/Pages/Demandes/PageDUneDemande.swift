import Centre
import Convention
import Registre

/// One demand being typed: what it says itself, its debtors, its titres; kept at every step, sent when it is whole.
enum PageDUneDemande {
  static let routes = [
    Route(.get, "/demandes/:id", .brouillon, pour: [.comptable]) { requete, visiteur in
      guard let brouillon = try await trouver(requete, visiteur) else { throw FauteDePage.introuvable }
      return VueDuBrouillon(brouillon, requete, visiteur).reponse
    },
    Route(.post, "/demandes/:id", .brouillon, pour: [.comptable]) { requete, visiteur in
      try await agir(requete, visiteur)
    },
  ]

  static func trouver(_ requete: Requete, _ visiteur: Visiteur) async throws -> Brouillon? {
    let id = try requete.numero()
    return try await requete.registre.consulter { try $0.brouillon(id, of: visiteur.utilisateur.id) }
  }

  /// What the button pressed asks for; whatever it is, what was typed is kept first.
  private static func agir(_ requete: Requete, _ visiteur: Visiteur) async throws -> Reponse {
    guard var brouillon = try await trouver(requete, visiteur) else {
      return try await dejaTransmise(requete, visiteur)
    }
    let action = requete.formulaire["action"]
    if action == "supprimer" {
      let removed = brouillon
      try await requete.registre.ecrire { try $0.supprimer(removed) }
      return .redirection("/demandes")
    }
    let champs = ChampsDeDemande(requete).demande
    brouillon.contenu.demande = requete.formulaire.valeurs(champs)
    brouillon.instant = requete.instant
    let kept = brouillon
    try await requete.registre.ecrire { try $0.garder(kept) }
    let url = "/demandes/\(kept.id)"
    switch action {
    case "redevable": return .redirection("\(url)/redevables/\(kept.contenu.redevables.count + 1)")
    case "titre": return .redirection("\(url)/titres/\(kept.contenu.titres.count + 1)")
    case "transmettre": return try await transmettre(kept, requete, visiteur)
    default: return .redirection("\(url)?fait=brouillon")
    }
  }

  /// The draft is gone because its form was already sent: the same dossier answers.
  private static func dejaTransmise(_ requete: Requete, _ visiteur: Visiteur) async throws -> Reponse {
    let cle = requete.formulaire["cle"]
    guard !cle.isEmpty, let fichier = try await requete.registre.consulter({ try $0.saisie(cle) }) else {
      throw FauteDePage.introuvable
    }
    return try await transmise(fichier, requete, visiteur)
  }

  private static func transmise(
    _ fichier: FichierRecu, _ requete: Requete, _ visiteur: Visiteur
  ) async throws -> Reponse {
    let filtre = FiltreDossiers(fichier: fichier.id)
    let ligne = try await requete.registre.consulter {
      try $0.dossiers(visiteur.perimetre, filtre, tri: .parNom, limit: 1, offset: 0).first
    }
    guard let ligne else { throw FauteDePage.introuvable }
    return .redirection("/dossiers/\(ligne.id)?fait=demande")
  }

  private static func transmettre(
    _ brouillon: Brouillon, _ requete: Requete, _ visiteur: Visiteur
  ) async throws -> Reponse {
    guard visiteur.postes.contains(brouillon.poste) else { throw FauteDePage.introuvable }
    var examen = ExamenDuBrouillon(ChampsDeDemande(requete), requete.centre.formats.desSaisies)
    let demande = examen.demande(brouillon.contenu)
    guard examen.fautes.isEmpty else {
      return VueDuBrouillon(brouillon, requete, visiteur, fautes: examen.fautes).reponse
    }
    do {
      let fichier = try await Saisie(requete.centre).demande(
        demande, of: brouillon.poste, par: .init(identifiant: visiteur.utilisateur.identifiant, cle: brouillon.cle))
      try await requete.registre.ecrire { try $0.supprimer(brouillon) }
      return try await transmise(fichier, requete, visiteur)
    } catch let refus as SaisieRefusee {
      let fautes = refus.fautes.map {
        ExamenDuBrouillon.Faute(partie: demande.partie($0), champ: $0.champ, phrase: $0.phrase)
      }
      return VueDuBrouillon(brouillon, requete, visiteur, fautes: fautes).reponse
    } catch let refus as Refus {
      let faute = ExamenDuBrouillon.Faute(partie: .demande, champ: nil, phrase: "\(refus)")
      return VueDuBrouillon(brouillon, requete, visiteur, fautes: [faute]).reponse
    }
  }
}

extension ChampsDeDemande {
  init(_ requete: Requete) { self.init(libelles: Libelles(table: requete.centre.formats.derniere)) }
}

extension Formulaire {
  /// What was typed in some fields, those left blank aside; longer than the field may hold, cut.
  func valeurs(_ champs: [Champ]) -> [String: String] {
    var values: [String: String] = [:]
    for champ in champs {
      if let value = rempli(champ.nom) { values[champ.nom] = String(value.prefix(champ.longueur ?? 80)) }
    }
    return values
  }
}
