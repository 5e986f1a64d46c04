import Centre
import Convention
import Registre

/// Several dossiers acknowledged at once: ticked in a list, each by its own message (art. 9, al. 1; R024).
enum PageDesAccuses {
  static let routes = [
    Route(.get, "/accuses", pour: [.etude]) { requete, visiteur in try await montrer(requete, visiteur) },
    Route(.post, "/accuses", pour: [.etude]) { requete, visiteur in try await accuser(requete, visiteur) },
  ]

  /// Shown, and so ticked, at once.
  static let limite = 50
  private static let champ = "dossier"

  private static func montrer(
    _ requete: Requete, _ visiteur: Visiteur, refus: [(numero: String, phrase: String)]? = nil, faits: Int? = nil
  ) async throws -> Reponse {
    let lignes = try await requete.registre.consulter {
      try $0.dossiers(
        visiteur.perimetre, FiltreDossiers(sansAccuse: true), tri: .parNom, limit: limite + 1, offset: 0)
    }
    let shown = Array(lignes.prefix(limite))
    let annonce = annonce(requete, refus, faits)
    return .page(
      Page("Accusés de réception", requete: requete, visiteur: visiteur, rubrique: "/accuses", annonce: annonce) { h in
        guard !shown.isEmpty else { return h.paragraphe("Aucun dossier n’attend d’accusé de réception.") }
        h.paragraphe("La phase comminatoire court à compter de l’accusé de réception (article 9, alinéa 1).")
        h.formulaire("/accuses", jeton: visiteur.jeton) { h in
          h.cache("cle", Jeton().texte)
          h.vue(Tableau(lignes.count > limite ? "Les \(limite) premiers dossiers" : "Dossiers", colonnes, shown))
          h.bouton("Accuser réception des dossiers cochés")
        }
      }, statut: refus == nil ? 200 : 422)
  }

  private static func annonce(
    _ requete: Requete, _ refus: [(numero: String, phrase: String)]?, _ faits: Int?
  ) -> Annonce? {
    if let refus {
      let done = faits.map { $0 > 0 ? "\(accorde($0, "accusé enregistré", "accusés enregistrés")). " : "" } ?? ""
      return Annonce(.refus, done + refus.map { "\($0.numero) : \($0.phrase)" }.joined(separator: " "))
    }
    guard let count = Int(requete.recherche["nombre"]), (1...limite).contains(count) else { return nil }
    return Annonce(.fait, "\(accorde(count, "accusé enregistré", "accusés enregistrés")).")
  }

  private static var colonnes: [Tableau<LigneDossier>.Colonne] {
    [
      .init("Cocher") { ligne, h in
        h.vide(
          "input",
          [
            .type("checkbox"), .nom(champ), .valeur("\(ligne.id)"),
            Attribut("aria-label", "Accuser réception de la demande \(ligne.cle.numero)"),
          ])
      },
      .init("Demande") { ligne, h in h.lien(ligne.cle.numero, "/dossiers/\(ligne.id)") },
      .init("Redevable") { $0.nom }, .init("Commune") { "\($0.codePostal ?? "") \($0.localite)" },
      .init("Reste dû", classe: "nombre") { $0.reste.texte }, .init("Remis le") { $0.remisLe?.texte ?? "—" },
    ]
  }
}

extension PageDesAccuses {
  /// Each dossier is its own act: one that is refused does not stop the others, and the same form again does nothing twice.
  private static func accuser(_ requete: Requete, _ visiteur: Visiteur) async throws -> Reponse {
    let ids = requete.formulaire.toutes(champ).compactMap { Int64($0) }
    let cle = requete.formulaire["cle"]
    guard !cle.isEmpty, cle.utf8.count <= 64, ids.count <= limite else { throw FauteDePage.formulaireIllisible }
    guard !ids.isEmpty else {
      return try await montrer(requete, visiteur, refus: [("Rien n’est enregistré", "cochez au moins un dossier.")])
    }
    let fiches = try await requete.registre.consulter { lecture in
      try ids.map { id in
        guard let fiche = try lecture.fiche(id, visiteur.perimetre) else { throw FauteDePage.introuvable }
        return fiche
      }
    }
    let saisie = try await Saisie(requete.centre)
    var refus: [(numero: String, phrase: String)] = []
    for fiche in fiches {
      do {
        try await accuser(fiche, saisie, requete, visiteur, cle: "\(cle)-\(fiche.id)")
      } catch let refused as SaisieRefusee {
        refus.append((fiche.dossier.demande.cle.numero, refused.description))
      }
    }
    guard refus.isEmpty else {
      return try await montrer(requete, visiteur, refus: refus, faits: fiches.count - refus.count)
    }
    return .redirection("/accuses?nombre=\(fiches.count)")
  }

  private static func accuser(
    _ fiche: Fiche, _ saisie: Saisie, _ requete: Requete, _ visiteur: Visiteur, cle: String
  ) async throws {
    let isAllowed = Demarche.permis(fiche.dossier, visiteur).contains { $0.code == Demarche.accuser.code }
    let isDone = try await requete.registre.consulter { try $0.saisie(cle) != nil }
    if isDone { return }
    guard isAllowed, let etude = fiche.dossier.attributaire else {
      throw SaisieRefusee([.init(champ: nil, phrase: "l’état du dossier ne le permet plus.")])
    }
    let centre = requete.centre
    let contexte = Demarche.Contexte(
      dossier: fiche.dossier, libelles: Libelles(table: centre.formats.derniere),
      lieu: LieuFiscal(nil, fiche.dossier), jour: centre.horloge.jour, instant: centre.horloge.instant)
    var lecture = LectureDeSaisie(Formulaire())
    _ = try await saisie.message(
      Demarche.accuser.lignes(contexte, &lecture), of: etude, sur: fiche.dossier.demande.cle,
      par: .init(identifiant: visiteur.utilisateur.identifiant, cle: cle))
  }
}
