import Centre
import Convention
import Registre

/// The list of invoices of a scope: those whose last day to pay comes first.
enum PageDesFactures {
  static let routes = [
    Route(.get, "/factures", pour: .deFactures) { requete, visiteur in try await lister(requete, visiteur) }
  ]

  private static let parPage = 50

  private static func lister(_ requete: Requete, _ visiteur: Visiteur) async throws -> Reponse {
    let page = min(max(1, Int(requete.recherche["page"]) ?? 1), 10_000)
    let filtre = filtre(requete)
    let jour = requete.jour
    let (lignes, nombres) = try await requete.registre.consulter { lecture in
      (
        try lecture.histoires(
          .facture, visiteur.perimetre, filtre, limit: parPage + 1, offset: (page - 1) * parPage),
        try lecture.nombresDHistoires(.facture, visiteur.perimetre)
      )
    }
    return .page(
      Page("Factures", requete: requete, visiteur: visiteur, rubrique: PagesDesFactures.url) { h in
        if visiteur.metier == .etude {
          h.element("p") { $0.lien("Préparer une facture", "/factures/preparer", classe: "bouton") }
        }
        vues(nombres, &h)
        if lignes.isEmpty { return h.paragraphe("Aucune facture.") }
        h.vue(
          Tableau("Factures du recouvrement judiciaire", colonnes(jour), Array(lignes.prefix(parPage))) { ligne in
            ligne.retardDays(on: jour) > 0 ? "refus" : nil
          })
        h.vue(
          Pagination(page: page, nombre: lignes.count > parPage ? page + 1 : page) {
            "/factures?etat=\(requete.recherche["etat"].dansURL)&page=\($0)"
          })
      })
  }

  private static func filtre(_ requete: Requete) -> FiltreDHistoires {
    let asked = requete.recherche["etat"]
    guard asked != "retard" else {
      return FiltreDHistoires(etat: Facture.Etat.recue.rawValue, echeanceAuPlus: requete.jour.adding(days: -1))
    }
    return FiltreDHistoires(etat: Facture.Etat(rawValue: asked)?.rawValue)
  }

  private static func vues(_ nombres: [String: Int], _ h: inout HTML) {
    h.element("nav", [.classe("vues"), Attribut("aria-label", "Factures par état")]) { h in
      h.element("ul") { h in
        h.element("li") { $0.lien("Toutes", "/factures") }
        for etat in Facture.Etat.allCases {
          h.element("li") { h in
            h.lien("\(etat.libelle) (\(nombres[etat.rawValue] ?? 0))", "/factures?etat=\(etat.rawValue)")
          }
        }
        h.element("li") { $0.lien("en retard", "/factures?etat=retard") }
      }
    }
  }

  private static func colonnes(_ jour: Jour) -> [Tableau<LigneDHistoire>.Colonne] {
    [
      .init("Facture") { ligne, h in h.lien(ligne.cle, "/factures/\(ligne.id)") },
      .init("Étude") { $0.etude?.texte ?? "—" }, .init("Département") { $0.departement?.texte ?? "—" },
      .init("Montant TTC", classe: "nombre") { $0.montant?.texte ?? "—" },
      .init("État") { ligne, h in
        let etat = Facture.Etat(rawValue: ligne.etat)
        h.vue(Etiquette(etat?.libelle ?? ligne.etat, etat?.ton))
      },
      .init("À payer au plus tard le") { $0.echeance?.texte ?? "—" }, .init("Délai") { $0.delai(on: jour) },
    ]
  }
}

extension LigneDHistoire {
  /// Days after the last day to pay; zero when it is not over or there is none.
  fileprivate func retardDays(on jour: Jour) -> Int { echeance.map { max(0, jour.days(since: $0)) } ?? 0 }

  fileprivate func delai(on jour: Jour) -> String {
    guard let echeance else { return "—" }
    return DelaiDePaiement.phrase(echeance, on: jour)
  }
}

/// How far the last day to pay is.
enum DelaiDePaiement {
  static func phrase(_ limite: Jour, on jour: Jour) -> String {
    let days = limite.days(since: jour)
    return days < 0
      ? "en retard de \(accorde(-days, "jour", "jours"))" : "\(accorde(days, "jour restant", "jours restants"))"
  }
}
