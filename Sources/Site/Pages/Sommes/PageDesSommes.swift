import Centre
import Convention
import Registre

/// What the études hold and when it must be passed on (art. 14, R055–R058).
enum PageDesSommes {
  static let routes = [
    Route(.get, "/sommes", pour: .deDossiers) { requete, visiteur in try await montrer(requete, visiteur) }
  ]

  static let parPage = 50

  private static func montrer(_ requete: Requete, _ visiteur: Visiteur) async throws -> Reponse {
    let choisie = CodeEtude(requete.recherche["etude"].uppercased())
    let page = min(max(Int(requete.recherche["page"]) ?? 1, 1), 10_000)
    let (jour, perimetre) = (requete.jour, visiteur.perimetre)
    // The whole country is not folded for a page: the exploitant says which étude.
    let isChoosing = visiteur.metier == .exploitant && choisie == nil
    let sommes = try await requete.registre.lire { lecture in
      isChoosing ? nil : try SommesDetenues(lecture, perimetre, etude: choisie, on: jour)
    }
    return .page(
      Page("Sommes détenues", requete: requete, visiteur: visiteur, rubrique: "/sommes") { h in
        h.paragraphe(
          "Les sommes reçues par une étude, et le dernier jour pour les passer au poste (article 14). Le reversement lui-même "
            + "n’est pas encore tenu : une somme payée à l’étude reste ici jusqu’à ce que les virements le soient.")
        if visiteur.metier != .etude || visiteur.etudes.count > 1 { choix(choisie, &h) }
        guard let sommes else { return h.paragraphe("Choisissez une étude.") }
        contenu(sommes, choisie, page, &h)
      })
  }

  private static func choix(_ etude: CodeEtude?, _ h: inout HTML) {
    h.element(
      "form", [Attribut("method", "get"), Attribut("action", "/sommes"), .classe("filtres")]
    ) { h in
      h.vue(Champ("etude", "Étude", valeur: etude?.texte ?? "", aide: "Son code : E3101.", longueur: 8))
      h.bouton("Montrer")
    }
  }

  private static func contenu(_ sommes: SommesDetenues, _ etude: CodeEtude?, _ page: Int, _ h: inout HTML) {
    let waiting = sommes.enAttente
    guard !waiting.isEmpty else { return h.paragraphe("Aucune somme n’attend.") }
    let late = sommes.enRetard.count
    if late > 0 {
      h.vue(Annonce(.alerte, "\(accorde(late, "somme est en retard", "sommes sont en retard")) (\(Article(14)))."))
    }
    h.vue(Tableau("Totaux par étude et par poste", totaux, sommes.totaux))
    let first = min((page - 1) * parPage, waiting.count)
    let shown = Array(waiting[first..<min(first + parPage, waiting.count)])
    h.vue(
      Tableau("Sommes en attente, les retards d’abord", colonnes(sommes.jour), shown) {
        ton($0.situation(on: sommes.jour))?.rawValue
      })
    h.vue(
      Pagination(page: page, nombre: (waiting.count + parPage - 1) / parPage) { number in
        "/sommes?\(etude.map { "etude=\($0)&" } ?? "")page=\(number)"
      })
  }

  private static var totaux: [Tableau<TotalDetenu>.Colonne] {
    [
      .init("Étude") { $0.etude.texte }, .init("Poste") { $0.poste },
      .init("Sommes", classe: "nombre") { "\($0.nombre)" }, .init("Détenu", classe: "nombre") { $0.detenu.texte },
      .init("Chèques au Trésor à remettre", classe: "nombre") { $0.cheques.texte },
      .init("Dont en retard", classe: "nombre") { $0.enRetard.texte },
    ]
  }

  private static func colonnes(_ jour: Jour) -> [Tableau<SommeDetenue>.Colonne] {
    [
      .init("Demande", classe: "code") { $0.cle.dossier.numero }, .init("Encaissement") { $0.cle.numero },
      .init("Étude") { $0.etude.texte }, .init("Poste") { $0.poste }, .init("Reçu le") { $0.recuLe.texte },
      .init("Moyen") { $0.versement.libelle }, .init("À passer", classe: "nombre") { $0.aPasser(on: jour).texte },
      .init("Dernier jour") { $0.limite.texte },
      .init("Situation") { somme, h in
        let situation = somme.situation(on: jour)
        h.vue(Etiquette(situation.phrase, ton(situation)))
      },
    ]
  }

  private static func ton(_ situation: SommeDetenue.Situation) -> Annonce.Ton? {
    switch situation {
    case .enRetard: .refus
    case .enAlerte: .alerte
    case .aVenir, .detenue, .passee, .annulee, .aReprendre: nil
    }
  }
}
