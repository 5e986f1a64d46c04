import Centre
import Convention
import Registre

/// All that the site shows of one dossier.
struct PageDeDossier: Vue {
  let id: Int64
  let dossier: Dossier
  let histoire: [EvenementDate]
  let documents: DocumentsDuDossier
  /// The invoice of its rights, if there is one.
  let facture: String?
  let annuaire: Annuaire
  let lectures: LecturesDuCentre
  let libelles: Libelles
  let interlocuteur: InterlocuteurDuCentre
  let visiteur: Visiteur
  let jour: Jour

  static func montrer(_ requete: Requete, _ visiteur: Visiteur) async throws -> Reponse {
    let page = try await lire(requete, visiteur)
    let titre = "Dossier \(page.dossier.demande.cle.numero)"
    return .page(
      Page(
        titre, requete: requete, visiteur: visiteur, rubrique: "/dossiers", annonce: Annonces.faite(requete),
        fil: [("Dossiers", "/dossiers")]
      ) { $0.vue(page) })
  }

  /// Everything of a dossier that the visitor may see, read at one moment; throws `.introuvable` for any other.
  static func lire(_ requete: Requete, _ visiteur: Visiteur) async throws -> PageDeDossier {
    let id = try requete.numero()
    let centre = requete.centre
    return try await centre.registre.consulter { lecture in
      guard let found = try lecture.dossier(id, visiteur.perimetre) else { throw FauteDePage.introuvable }
      let documents = DocumentsDuDossier(
        found.histoire.map(\.evenement), try lecture.documents(of: .dossier(id)))
      var annuaire = found.acteurs
      // The tariff of the judicial recovery looks at the étude's area (art. 16, al. 4).
      if found.dossier.demande.phase == .judiciaire, let code = found.dossier.attributaire {
        annuaire.etudes[code] = try lecture.etude(code)
      }
      return PageDeDossier(
        id: id, dossier: found.dossier, histoire: found.histoire, documents: documents,
        facture: try lecture.numeroDeFacture(of: found.dossier, centre.lectures), annuaire: annuaire,
        lectures: centre.lectures,
        libelles: Libelles(table: centre.formats.derniere),
        interlocuteur: InterlocuteurDuCentre(
          try requete.site.declaration.lire(lecture), requete.site.reglage, on: centre.horloge.jour),
        visiteur: visiteur, jour: centre.horloge.jour)
    }
  }

  static func preuve(_ requete: Requete, _ visiteur: Visiteur) async throws -> Reponse {
    let id = try requete.numero()
    guard let fiche = try await requete.registre.consulter({ try $0.fiche(id, visiteur.perimetre) }) else {
      throw FauteDePage.introuvable
    }
    let octets = try await requete.registre.extraire(fiche).octets()
    return .telechargement(.octets(octets), nom: "preuve-dossier-\(id).json", type: "application/json")
  }

  func ecrire(_ h: inout HTML) {
    h.vue(SituationDuDossier(page: self))
    h.vue(ActionsDuDossier(page: self))
    h.element("div", [.classe("colonnes")]) { h in
      h.element("section") { redevables(&$0) }
      h.element("section") { acteurs(&$0) }
    }
    h.vue(CompteDuDossier(page: self))
    if let recouvrement = RecouvrementJudiciaire(dossier, facture: facture, libelles, on: jour) {
      h.vue(RecouvrementJudiciaireDuDossier(recouvrement: recouvrement))
    }
    lesDocuments(&h)
    h.vue(VueDesFrais(page: self))
    h.vue(PourquoiDuDossier(page: self))
    h.vue(HistoireDuDossier(page: self))
    preuve(&h)
  }

  private func redevables(_ h: inout HTML) {
    h.titre(2, dossier.demande.redevables.count > 1 ? "Redevables" : "Redevable")
    for redevable in dossier.demande.redevables {
      h.titre(3, redevable.nomComplet)
      h.definitions(
        adresses(of: redevable)
          + [
            redevable.telephones.isEmpty ? nil : ("Téléphone", redevable.telephones.joined(separator: ", ")),
            redevable.courriel.map { ("Courriel", $0) }, redevable.naissance.map { ("Né le", $0.texte) },
            redevable.reference.map { ("Référence", $0) },
          ].compactMap { $0 })
    }
  }

  /// The address now known, then those before it: none is erased (art. 3 ▸4, R013).
  private func adresses(of redevable: Redevable) -> [(terme: String, valeur: String)] {
    let first = lignes(redevable.adresse)
    guard redevable.rang == 1, !dossier.adresses.isEmpty else { return [("Adresse", first)] }
    let later = dossier.adresses.map(lignes)
    return [("Adresse", later.last ?? first)]
      + ([first] + later.dropLast()).reversed().map { ("Adresse précédente", $0) }
  }

  private func lignes(_ adresse: Adresse) -> String { adresse.texte.joined(separator: ", ") }

  private func acteurs(_ h: inout HTML) {
    h.titre(2, "Étude")
    if let code = dossier.attributaire {
      etude(code, &h)
    } else {
      h.paragraphe("Aucune étude n’a encore reçu ce dossier.")
    }
    h.titre(2, "Comptable")
    let poste = annuaire.postes[dossier.demande.poste]
    h.definitions(
      [
        ("Poste", "\(dossier.demande.poste)\(poste.map { " — \($0.libelle)" } ?? "")"),
        poste?.courrielGenerique.map { ("Courriel", $0) },
      ].compactMap { $0 })
    guard !interlocuteur.lignes.isEmpty else { return }
    h.titre(2, "Centre serveur")
    h.vue(interlocuteur)
  }

  /// R177: everything needed to reach it.
  private func etude(_ code: CodeEtude, _ h: inout HTML) {
    guard let etude = annuaire.etudes[code] else { return h.paragraphe("Étude \(code)") }
    h.definitions(
      [
        ("Étude", "\(code) — \(etude.nom)"),
        ("Adresse", "\(etude.adresse), \(etude.codePostal) \(etude.localite)"), ("Téléphone", etude.telephone),
        ("Courriel", etude.courriel), dossier.remise?.reference.map { ("Sa référence", $0) },
      ].compactMap { $0 })
  }

  private func lesDocuments(_ h: inout HTML) {
    h.titre(2, "Documents")
    h.vue(TableDesDocuments(documents: documents))
    guard PageDesDocuments.permis(dossier, visiteur) else { return }
    h.element("p") { $0.lien("Remettre un document", "/dossiers/\(id)/documents", classe: "bouton second") }
  }

  private func preuve(_ h: inout HTML) {
    h.titre(2, "Preuve")
    h.element("p") { h in
      h.lien("Télécharger la preuve de ce dossier", "/dossiers/\(id)/preuve")
      h.texte(
        " : ses événements, leurs empreintes et les sceaux qui les couvrent. Elle se vérifie hors ligne, sans le centre, avec script/verifier-preuve.py."
      )
    }
  }
}
