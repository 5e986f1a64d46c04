import Centre
import Convention
import Registre

/// The états récapitulatifs: those that are due, and those that exist (art. 13, R053–R054).
enum PageDesRecapitulatifs {
  static let routes = [
    Route(.get, "/recapitulatifs", pour: .deDossiers) { requete, visiteur in try await montrer(requete, visiteur) },
    Route(.post, "/recapitulatifs", pour: [.etude]) { requete, visiteur in try await arreter(requete, visiteur) },
  ]

  static let parPage = 50

  private static func montrer(
    _ requete: Requete, _ visiteur: Visiteur, refus: String? = nil
  ) async throws -> Reponse {
    let page = min(max(Int(requete.recherche["page"]) ?? 1, 1), 10_000)
    let perimetre = visiteur.perimetre
    // A comptable hears of an état once it is sent to him.
    let sent = visiteur.metier == .comptable ? "TRANSMIS" : nil
    let dus =
      [.etude, .direction].contains(visiteur.metier) ? try await Recapitulatifs(requete.centre).dus(perimetre) : []
    let lignes = try await requete.registre.consulter { lecture in
      try lecture.histoires(
        .etatRecapitulatif, perimetre, FiltreDHistoires(etat: sent), limit: parPage + 1, offset: (page - 1) * parPage)
    }
    return .page(
      Page(
        "États récapitulatifs", requete: requete, visiteur: visiteur, rubrique: "/recapitulatifs",
        annonce: refus.map { Annonce(.refus, "Rien n’est arrêté. \($0)") } ?? Annonces.faite(requete)
      ) { h in
        h.paragraphe(
          "Par poste, phase et nature de créance, en deux exemplaires, à la période du contrat (article 13) ; "
            + "\(ContenuDuRecapitulatif.mention).")
        if !dus.isEmpty { attendus(dus, visiteur, &h) }
        h.titre(2, "États arrêtés")
        if lignes.isEmpty {
          h.paragraphe("Aucun état récapitulatif.")
        } else {
          h.vue(Tableau("États récapitulatifs", colonnes, Array(lignes.prefix(parPage))))
        }
        h.vue(
          Pagination(page: page, nombre: lignes.count > parPage ? page + 1 : page) { "/recapitulatifs?page=\($0)" })
      }, statut: refus == nil ? 200 : 422)
  }

  private static func attendus(_ dus: [Recapitulatifs.Du], _ visiteur: Visiteur, _ h: inout HTML) {
    h.titre(2, "États attendus")
    h.vue(
      Tableau<Recapitulatifs.Du>(
        "États à arrêter, signer ou transmettre, le plus ancien d’abord",
        [
          .init("Étude") { $0.attendu.etude.texte }, .init("Poste") { $0.attendu.poste.texte },
          .init("Phase") { $0.attendu.phase.libelle }, .init("Période") { $0.attendu.periode.texte },
          .init("Exigible le") { $0.attendu.exigibleLe.texte },
          .init("Suite") { du, h in
            if let ligne = du.ligne {
              h.lien(EtatDuRecapitulatif.libelle(ligne.etat), "/recapitulatifs/\(ligne.id)")
            } else if visiteur.etudes.contains(du.attendu.etude) {
              bouton(du.attendu, visiteur, &h)
            } else {
              h.texte("à arrêter")
            }
          },
        ], dus))
  }

  private static func bouton(_ attendu: RecapitulatifAttendu, _ visiteur: Visiteur, _ h: inout HTML) {
    h.formulaire("/recapitulatifs", jeton: visiteur.jeton) { h in
      h.cache("etude", attendu.etude.texte)
      h.cache("poste", attendu.poste.texte)
      h.cache("phase", attendu.phase.rawValue)
      h.cache("du", attendu.periode.du.iso)
      h.cache("au", attendu.periode.au.iso)
      h.bouton("Arrêter")
    }
  }

  private static var colonnes: [Tableau<LigneDHistoire>.Colonne] {
    [
      .init("État") { ligne, h in h.lien(ligne.libelle, "/recapitulatifs/\(ligne.id)") },
      .init("Étude") { $0.etude?.texte ?? "—" }, .init("Poste") { $0.poste?.texte ?? "—" },
      .init("Encaissé", classe: "nombre") { $0.montant?.texte ?? "—" },
      .init("Suite") { EtatDuRecapitulatif.libelle($0.etat) }, .init("Arrêté le") { $0.ouverte.texte },
    ]
  }

  private static func arreter(_ requete: Requete, _ visiteur: Visiteur) async throws -> Reponse {
    let champs = requete.formulaire
    guard let etude = CodeEtude(champs["etude"]), visiteur.etudes.contains(etude) else { throw FauteDePage.introuvable }
    guard let poste = Codique(champs["poste"]), let phase = Phase(rawValue: champs["phase"]),
      let du = Jour(iso: champs["du"]), let au = Jour(iso: champs["au"])
    else { return try await montrer(requete, visiteur, refus: "Choisissez un état parmi ceux qui sont attendus.") }
    do {
      let attendu = RecapitulatifAttendu(
        etude: etude, poste: poste, phase: phase, periode: try PeriodeRecapitulee(du: du, au: au))
      let id = try await Recapitulatifs(requete.centre)
        .arreter(attendu, par: "etude:\(etude)/\(visiteur.utilisateur.identifiant)")
      return .redirection("/recapitulatifs/\(id)?fait=recapitulatif")
    } catch let refus as Refus {
      if refus.motif == .recapitulatifDejaArrete { return .redirection("/recapitulatifs") }
      return try await montrer(requete, visiteur, refus: "\(refus)")
    }
  }
}
