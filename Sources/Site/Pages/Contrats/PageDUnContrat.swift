import Centre
import Convention
import Registre

/// One contract: its clauses, its results against its objectives, what comes near, its acts, and why.
enum PageDUnContrat {
  static let routes = [
    Route(.get, "/contrats/:cle", .contrat, pour: .deContrats) { requete, visiteur in
      let vu = try await trouver(requete, visiteur)
      return .page(
        Page(
          "Contrat \(vu.fiche.cle)", requete: requete, visiteur: visiteur, rubrique: "/contrats",
          annonce: annonce(requete), fil: [("Contrats", "/contrats")]
        ) { h in ecrire(vu, visiteur, &h) })
    }
  ]

  /// Another's is a page that does not exist; so is the code of an étude, which names no page.
  static func trouver(_ requete: Requete, _ visiteur: Visiteur) async throws -> ContratVu {
    guard let cle = requete.parametres["cle"], CodeEtude(cle) == nil,
      let vu = try await ContratsDuCentre(requete.centre).voir(cle, visiteur.perimetre)
    else { throw FauteDePage.introuvable }
    return vu
  }

  private static func annonce(_ requete: Requete) -> Annonce? {
    let code = requete.recherche["fait"]
    if code == "conclure" { return Annonce(.fait, "Le contrat est conclu : il attend ses signatures.") }
    return ActeDeContrat.tous.first { $0.code == code }.map {
      Annonce(.fait, "Enregistré au contrat : « \($0.titre) ».")
    }
  }

  private static func ecrire(_ vu: ContratVu, _ visiteur: Visiteur, _ h: inout HTML) {
    h.paragraphe(vu.histoire.resume.libelle + ".")
    h.element("p") { $0.vue(Etiquette(vu.etat.libelle, vu.etat.ton)) }
    if !vu.alertes.isEmpty {
      h.titre(2, "Ce qui approche")
      h.element("ul") { h in for alerte in vu.alertes { h.element("li", alerte.texte) } }
    }
    actions(vu, visiteur, &h)
    h.titre(2, "Clauses")
    h.definitions(ClausesDeContrat(vu).paires)
    h.titre(2, "Résultats de la période")
    h.vue(Tableau("Au \(vu.jour.texte), contre les objectifs", colonnes, [vu.bilan.total] + vu.bilan.lignes))
    h.titre(2, "Actes")
    h.vue(Tableau(accorde(vu.actes.count, "acte", "actes"), colonnesDActe, vu.actes))
    documents(vu, &h)
    h.titre(2, "Pourquoi")
    for explication in vu.explications { h.vue(VueDExplication(explication)) }
  }

  private static func actions(_ vu: ContratVu, _ visiteur: Visiteur, _ h: inout HTML) {
    let actes = ActeDeContrat.permis(vu, visiteur)
    guard !actes.isEmpty else { return }
    h.titre(2, "Ce que vous pouvez faire")
    h.element("ul", [.classe("demarches")]) { h in
      for acte in actes {
        h.element("li") { $0.lien(acte.titre, "/contrats/\(vu.fiche.cle)/actes/\(acte.code)") }
      }
    }
  }

  private static func documents(_ vu: ContratVu, _ h: inout HTML) {
    guard !vu.documents.isEmpty else { return }
    h.titre(2, "Documents")
    h.vue(
      Tableau(
        accorde(vu.documents.count, "document", "documents"),
        [
          .init("Document") { document, h in h.lien(document.nom, "/documents/\(document.id)") },
          .init("Déposé le", texte: { $0.jour.texte }),
          .init("SHA-256", classe: "code") { "\($0.sha256.prefix(12))…" },
        ] as [Tableau<DocumentDepose>.Colonne], vu.documents))
  }

  private static var colonnes: [Tableau<BilanDesObjectifs.Ligne>.Colonne] {
    [
      .init("Mesure", texte: { PhraseDActeDeContrat.texte($0.cible) }),
      .init("Dossiers", classe: "nombre", texte: { nombre($0.nombre) }),
      .init("Demandé", classe: "nombre", texte: { $0.demande.texte }),
      .init("Recouvré", classe: "nombre", texte: { $0.recouvre.texte }),
      .init("Taux", classe: "nombre", texte: { $0.taux?.texte ?? "—" }),
      .init("Objectif", classe: "nombre") { ligne, h in
        let text = ligne.objectif?.texte ?? "—"
        if ligne.estManque { h.vue(Etiquette("\(text), manqué", .refus)) } else { h.texte(text) }
      },
    ]
  }

  private static var colonnesDActe: [Tableau<ActeDate<HistoireDeContrat.Acte>>.Colonne] {
    [
      .init("Quand", texte: { $0.instant.texte }), .init("Acte", texte: { PhraseDActeDeContrat.texte($0.acte) }),
      .init("Par", texte: { $0.auteur }),
    ]
  }
}
