import Centre
import Convention
import Registre

/// Extensions that études ask for and that wait for the comptable, who alone may grant them (art. 9, al. 3; R137).
enum PageDesProlongations {
  static let routes = [
    Route(.get, "/prolongations", pour: [.comptable]) { requete, visiteur in try await montrer(requete, visiteur) }
  ]

  static let parPage = 50

  private static func montrer(_ requete: Requete, _ visiteur: Visiteur) async throws -> Reponse {
    let page = min(max(Int(requete.recherche["page"]) ?? 1, 1), 10_000)
    var filtre = FiltreDossiers()
    filtre.prolongation = true
    let asked = filtre
    let (fiches, isLast) = try await requete.registre.consulter { lecture in
      let lignes = try lecture.dossiers(
        visiteur.perimetre, asked, tri: TriDossiers(.terme, descendant: false), limit: parPage + 1,
        offset: (page - 1) * parPage)
      return (try lignes.prefix(parPage).compactMap { try lecture.fiche($0.id) }, lignes.count <= parPage)
    }
    let libelles = Libelles(table: requete.centre.formats.derniere)
    return .page(
      Page("Prolongations à décider", requete: requete, visiteur: visiteur, rubrique: "/prolongations") { h in
        h.paragraphe(
          "L’étude demande, le comptable décide : sans réponse, la date en vigueur reste (article 9, alinéa 3).")
        guard !fiches.isEmpty else { return h.paragraphe("Aucune demande n’attend.") }
        h.vue(Tableau("Demandes de prolongation, le terme le plus proche d’abord", colonnes(libelles), fiches))
        h.vue(Pagination(page: page, nombre: isLast ? page : page + 1) { "/prolongations?page=\($0)" })
      })
  }

  private static func colonnes(_ libelles: Libelles) -> [Tableau<Fiche>.Colonne] {
    [
      .init("Demande") { fiche, h in h.lien(fiche.dossier.demande.cle.numero, "/dossiers/\(fiche.id)") },
      .init("Redevable") { $0.dossier.demande.principal?.nomComplet ?? "—" },
      .init("Étude") { $0.dossier.attributaire?.texte ?? "—" },
      .init("Reste dû", classe: "nombre") { $0.dossier.resteDu.texte },
      .init("Terme") { $0.dossier.terme?.texte ?? "—" },
      .init("Fin demandée") { $0.dossier.prolongations.last?.demande.finDemandee.texte ?? "—" },
      .init("Motif") {
        libelles.texte("motif_prolongation", $0.dossier.prolongations.last?.demande.motif) ?? "—"
      },
      .init("Décision") { fiche, h in
        let numero = fiche.dossier.demande.cle.numero
        lien("Accorder", "accordee", fiche.id, numero, &h)
        h.texte(" ")
        lien("Refuser", "refusee", fiche.id, numero, &h)
      },
    ]
  }

  /// Told apart by those who hear links one after the other.
  private static func lien(_ texte: String, _ demarche: String, _ id: Int64, _ numero: String, _ h: inout HTML) {
    h.element(
      "a", [.href("/dossiers/\(id)/demarches/\(demarche)"), Attribut("aria-label", "\(texte), demande \(numero)")],
      texte)
  }
}
