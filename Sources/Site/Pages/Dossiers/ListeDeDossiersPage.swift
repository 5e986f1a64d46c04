import Centre
import Convention
import Registre

/// Lists of dossiers: ready-made views, search, order, pages.
enum PagesDossiers {
  static let routes = [
    Route(.get, "/dossiers", pour: .deDossiers) { requete, visiteur in try await lister(requete, visiteur) },
    Route(.post, "/dossiers/recherche", pour: .deDossiers) { requete, visiteur in
      try await rechercher(requete, visiteur)
    },
    Route(.get, "/dossiers/export", pour: .deDossiers) { requete, visiteur in
      try await ExportDeListe(requete, visiteur).reponse()
    },
    Route(.get, "/dossiers/:id", .dossier, pour: .deDossiers) { requete, visiteur in
      try await PageDeDossier.montrer(requete, visiteur)
    },
    Route(.get, "/dossiers/:id/preuve", .dossier, pour: .deDossiers) { requete, visiteur in
      try await PageDeDossier.preuve(requete, visiteur)
    },
  ]

  /// What the figures do not tell is counted up to here: beyond, a page would cost a reading of the base.
  static let limiteDuCompte = 1_000
  static let limiteDeRecherche = FiltreDeListe.taille

  private static func lister(_ requete: Requete, _ visiteur: Visiteur) async throws -> Reponse {
    let liste = FiltreDeListe(requete.recherche)
    let filtre = liste.filtre(on: requete.jour)
    let (lignes, etendue) = try await requete.registre.demander { lecture in
      try lecture.page(
        visiteur.perimetre, filtre, tri: liste.tri, limit: FiltreDeListe.taille,
        offset: (liste.page - 1) * FiltreDeListe.taille, jusqua: limiteDuCompte)
    }
    let annonce = Annonces.faite(requete)
    return .page(
      Page("Dossiers", requete: requete, visiteur: visiteur, rubrique: "/dossiers", annonce: annonce) { h in
        boiteDeRecherche(&h, visiteur)
        vues(&h, liste, visiteur)
        h.vue(FormulaireDeFiltre(liste: liste, visiteur: visiteur))
        h.vue(Resume(liste: liste, etendue: etendue, lignes: lignes))
        h.vue(TableDeDossiers(lignes: lignes, liste: liste, visiteur: visiteur, jour: requete.jour))
        h.vue(Pagination(page: liste.page, nombre: pages(etendue, liste, lignes.count)) { liste.url(page: $0) })
      })
  }

  /// Known up to the limit of the count; beyond, one page further as long as pages are full.
  private static func pages(_ etendue: EtendueDeListe, _ liste: FiltreDeListe, _ shown: Int) -> Int {
    let known = (etendue.nombre + FiltreDeListe.taille - 1) / FiltreDeListe.taille
    guard etendue.isOpen else { return known }
    return max(known, shown == FiltreDeListe.taille ? liste.page + 1 : liste.page)
  }

  /// By POST: a name is never in an address, nor in a history or a log.
  private static func rechercher(_ requete: Requete, _ visiteur: Visiteur) async throws -> Reponse {
    let texte = requete.formulaire["recherche"]
    let lignes =
      texte.isEmpty
      ? []
      : try await requete.registre.demander {
        try $0.rechercher(texte, visiteur.perimetre, limit: limiteDeRecherche + 1)
      }
    let shown = Array(lignes.prefix(limiteDeRecherche))
    return .page(
      Page(
        "Recherche", requete: requete, visiteur: visiteur, rubrique: "/dossiers", fil: [("Dossiers", "/dossiers")]
      ) { h in
        boiteDeRecherche(&h, visiteur, texte: texte)
        h.paragraphe(
          lignes.count > limiteDeRecherche
            ? "Plus de \(limiteDeRecherche) dossiers : précisez la recherche."
            : accorde(lignes.count, "dossier trouvé", "dossiers trouvés") + ".")
        h.vue(TableDeDossiers(lignes: shown, liste: nil, visiteur: visiteur, jour: requete.jour))
      })
  }

  private static func boiteDeRecherche(_ h: inout HTML, _ visiteur: Visiteur, texte: String = "") {
    h.formulaire("/dossiers/recherche", jeton: visiteur.jeton, classe: "recherche") { h in
      h.vue(
        Champ(
          "recherche", "Rechercher", valeur: texte,
          aide: "Début du nom du redevable, numéro de la demande ou référence de l’étude.", requis: true, longueur: 80))
      h.bouton("Rechercher")
    }
  }

  private static func vues(_ h: inout HTML, _ liste: FiltreDeListe, _ visiteur: Visiteur) {
    h.element("nav", [.classe("vues"), Attribut("aria-label", "Vues de la liste")]) { h in
      h.element("ul") { h in
        for vue in VueDeListe.vues(visiteur.metier) {
          h.element("li") { h in
            h.element(
              "a", [.href(liste.url(vue: vue)), vue == liste.vue ? Attribut("aria-current", "page") : nil], vue.libelle)
          }
        }
      }
    }
  }
}

/// How many dossiers the list has, what they owe when all are on the page, and its exports.
private struct Resume: Vue {
  let liste: FiltreDeListe
  let etendue: EtendueDeListe
  let lignes: [LigneDossier]

  func ecrire(_ h: inout HTML) {
    h.element("div", [.classe("resume")]) { h in
      h.paragraphe(phrase)
      guard etendue.nombre > 0 else { return }
      h.element("p") { h in
        h.texte("Exporter la liste entière : ")
        h.lien("tableur XLSX", liste.url("/dossiers/export", format: "xlsx"))
        h.texte(", ")
        h.lien("CSV", liste.url("/dossiers/export", format: "csv"))
      }
    }
  }

  /// The sum of a long filtered list would cost its reading: the export has every amount.
  private var phrase: String {
    let nombre = etendue.nombre
    if etendue.isOpen { return "Plus de \(nombre) dossiers." }
    let compte = accorde(nombre, "dossier", "dossiers")
    let shown = nombre == lignes.count ? lignes.reduce(Montant.zero) { $0 + $1.reste } : nil
    guard nombre > 0, let reste = etendue.reste ?? shown else { return "\(compte)." }
    return "\(compte), reste dû \(reste.texte)."
  }
}
