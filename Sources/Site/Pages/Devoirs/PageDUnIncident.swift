import Centre
import Convention
import Registre

/// A dysfunction: what is due, its acts with the proofs of its notices, the forms of the exploitant; for the others, what concerns all
/// (R086–R087, R093, R179–R180).
enum PageDUnIncident {
  typealias Recit = (
    fiche: FicheDHistoire<IncidentDeService>, actes: [ActeDate<IncidentDeService.Acte>]
  )

  static let routes =
    [
      Route(.get, "/dysfonctionnements/:id", .incident, pour: .tous) { requete, visiteur in
        montrer(try await trouver(requete, visiteur), requete, visiteur)
      }
    ]
    + ActeDIncident.allCases.map { acte in
      Route(.post, "/dysfonctionnements/:id/\(acte.rawValue)", .incident, pour: .exploitants) { requete, visiteur in
        try await agir(acte, requete, visiteur)
      }
    }

  /// Another's as what does not exist.
  private static func trouver(_ requete: Requete, _ visiteur: Visiteur) async throws -> Recit {
    let (id, perimetre) = (try requete.numero(), visiteur.perimetre)
    // Its scope is in its facts, not in its line.
    guard
      let recit = try await requete.registre.demander({ try $0.recit(IncidentDeService.self, id: id, .exploitant) }),
      recit.fiche.histoire.estVisible(perimetre)
    else { throw FauteDePage.introuvable }
    return recit
  }

  private static func montrer(
    _ recit: Recit, _ requete: Requete, _ visiteur: Visiteur, _ essai: ActeDIncident? = nil,
    fautes: [String: String] = [:], refus: String? = nil
  ) -> Reponse {
    let incident = recit.fiche.histoire
    let isOwn = visiteur.metier == .exploitant
    let champs = (essai?.champs ?? []).remplis(requete.formulaire, fautes)
    let isRefused = refus != nil || !fautes.isEmpty
    return .page(
      Page(
        "Dysfonctionnement \(recit.fiche.cle)", requete: requete, visiteur: visiteur,
        rubrique: PageDesIncidents.rubrique(visiteur),
        annonce: Annonce.refus(champs, fautes, refus) ?? annonce(requete),
        fil: [("Dysfonctionnements", "/dysfonctionnements")]
      ) { h in
        resume(incident, isOwn, &h)
        if isOwn { devoirs(incident, requete.instant, &h) }
        if incident.etat == .ouvert { papier(visiteur, &h) }
        histoire(recit.actes.filter { isOwn || $0.acte.estPublic }, &h)
        if isOwn { formulaires(recit.fiche, visiteur, essai, champs, &h) }
      }, statut: isRefused ? 422 : 200)
  }

  private static func annonce(_ requete: Requete) -> Annonce? {
    requete.recherche["fait"] == "deja"
      ? Annonce(.alerte, "Cet acte était déjà fait, ou un autre l’a devancé : voici l’état présent.")
      : Annonces.faite(requete)
  }

  private static func resume(_ incident: IncidentDeService, _ isOwn: Bool, _ h: inout HTML) {
    let concernes = incident.concernes
    var lines: [(terme: String, valeur: String)] = [
      ("Objet", incident.resume.libelle), ("Nature", incident.nature.libelle),
      ("Depuis", incident.debut?.texte ?? "pas encore commencé"), ("Rétabli", incident.retour?.texte ?? "non"),
    ]
    if isOwn {
      lines += [
        ("Postes concernés", liste(concernes.postes.map(\.texte))),
        ("Études concernées", liste(concernes.etudes.map(\.texte))),
        ("Départements", liste(concernes.departements.map(\.texte))),
        ("Avis au bureau CL1A au plus tard", incident.limites.cl1a.texte),
      ]
    }
    h.element("p") { $0.vue(Etiquette(incident.mot.libelle, incident.mot.ton)) }
    h.definitions(lines)
  }

  private static func liste(_ codes: [String]) -> String {
    codes.isEmpty ? "aucun" : codes.count > 30 ? "\(codes.count)" : codes.joined(separator: ", ")
  }

  private static func devoirs(_ incident: IncidentDeService, _ instant: Instant, _ h: inout HTML) {
    let dus = incident.devoirs(at: instant)
    guard !dus.isEmpty else { return }
    h.titre(2, "Ce qui reste à faire")
    h.element("ul") { h in
      for devoir in dus {
        h.element("li") { h in
          if devoir.isLate(at: instant) { h.vue(Etiquette("hors délai", .refus)) }
          let limit = devoir.limite.map { ", au plus tard le \($0.texte)" } ?? ""
          h.texte(" \(devoir.libelle)\(limit) (\(devoir.article))")
        }
      }
    }
  }

  /// Cahier 3, al. 5 (R088): decided at the contract, by whoever may.
  private static func papier(_ visiteur: Visiteur, _ h: inout HTML) {
    guard visiteur.metier == .exploitant || visiteur.metier == .direction else { return }
    h.element("p") { h in
      h.texte("Si les actions correctrices manquent ou ne suffisent pas, les échanges reviennent au papier par un ")
      h.lien("/contrats", "acte du contrat")
      h.texte(" (cahier des charges, point 3, alinéa 5).")
    }
  }

  private static func histoire(_ actes: [ActeDate<IncidentDeService.Acte>], _ h: inout HTML) {
    h.titre(2, "Actes")
    h.vue(
      Tableau(
        accorde(actes.count, "acte", "actes"),
        [
          .init("Consigné", texte: { (acte: ActeDate<IncidentDeService.Acte>) in acte.instant.texte }),
          .init("Acte", texte: { $0.acte.phrase }),
        ], actes))
  }

  private static func formulaires(
    _ fiche: FicheDHistoire<IncidentDeService>, _ visiteur: Visiteur, _ essai: ActeDIncident?, _ essayes: [Champ],
    _ h: inout HTML
  ) {
    for acte in ActeDIncident.allCases where acte.permis(fiche.histoire.etat) {
      h.titre(2, acte.titre)
      h.formulaire("/dysfonctionnements/\(fiche.id)/\(acte.rawValue)", jeton: visiteur.jeton) { h in
        h.cache("rang", "\(fiche.decisions)")
        for champ in acte == essai ? essayes : acte.champs { h.vue(champ) }
        h.bouton(acte.titre, classe: "second")
      }
    }
  }

  private static func agir(
    _ acte: ActeDIncident, _ requete: Requete, _ visiteur: Visiteur
  ) async throws -> Reponse {
    let recit = try await trouver(requete, visiteur)
    let url = "/dysfonctionnements/\(recit.fiche.id)"
    guard let rang = Int(requete.formulaire["rang"]) else {
      return montrer(recit, requete, visiteur, acte, refus: "Rien n’est enregistré : rechargez la page.")
    }
    guard rang == recit.fiche.decisions else { return .redirection("\(url)?fait=deja") }
    var lecture = LectureDeSaisie(requete.formulaire)
    guard let body = acte.lire(&lecture, recit.fiche.cle, rang), lecture.fautes.isEmpty else {
      return montrer(recit, requete, visiteur, acte, fautes: lecture.fautes)
    }
    do {
      _ = try await requete.accomplir(visiteur.auteur, body)
      return .redirection("\(url)?fait=incident")
    } catch FauteDeDevoir.change {
      return .redirection("\(url)?fait=deja")
    } catch let refus as Refus {
      return montrer(recit, requete, visiteur, acte, refus: "Rien n’est enregistré. \(refus)")
    } catch let faute as FauteDeDevoir {
      return montrer(recit, requete, visiteur, acte, refus: "\(faute)")
    }
  }
}
