import Convention
import Registre

/// What a list of dossiers is asked for, as its address says it: never a name.
struct FiltreDeListe {
  /// A ready-made view of a list: what waits, for whom.
  enum Vue: String, CaseIterable {
    case tous, accuser = "a-accuser", lettres = "lettres", appeler = "a-appeler", retards = "retards", terme = "terme"
    case prolongations, attente, clos, repris

    var libelle: String {
      switch self {
      case .tous: "Tous"
      case .accuser: "À accuser"
      case .lettres: "Lettre manquante"
      case .appeler: "À appeler"
      case .retards: "Retards à justifier"
      case .terme: "Terme dans 15 jours"
      case .prolongations: "Prolongation demandée"
      case .attente: "En attente d’étude"
      case .clos: "Clos"
      case .repris: "À reprendre"
      }
    }
  }

  static let joursAvantTerme = 15
  static let taille = 50

  let vue: Vue
  let etude: String?
  let poste: String?
  let tri: TriDossiers
  let page: Int

  init(_ recherche: Formulaire) {
    vue = Vue(rawValue: recherche["vue"]) ?? .tous
    etude = CodeEtude(recherche["etude"])?.texte
    poste = Codique(recherche["poste"])?.texte
    let cle = TriDossiers.Cle(rawValue: recherche["tri"]) ?? .nom
    tri = TriDossiers(cle, descendant: recherche["sens"] == "desc")
    page = min(max(Int(recherche["page"]) ?? 1, 1), 100_000)
  }

  /// The ready-made views that mean something to a profession.
  static func vues(_ metier: Profil.Metier) -> [Vue] {
    switch metier {
    case .etude: [.tous, .accuser, .lettres, .appeler, .retards, .terme, .prolongations, .clos]
    case .comptable: [.tous, .prolongations, .accuser, .retards, .terme, .repris, .attente, .clos]
    case .exploitant: [.tous, .attente, .accuser, .lettres, .appeler, .retards, .terme, .prolongations, .clos]
    case .direction, .central: [.tous, .accuser, .lettres, .retards, .terme, .clos]
    }
  }

  func filtre(on jour: Jour) -> FiltreDossiers {
    var filtre = FiltreDossiers(etude: etude, poste: poste)
    switch vue {
    case .tous: break
    case .accuser: filtre.sansAccuse = true
    case .lettres: filtre.lettreManquanteLe = jour
    case .appeler: filtre.aAppelerLe = jour
    case .retards: filtre.retardInjustifie = true
    case .terme:
      filtre.etat = "REMIS"
      filtre.termeAvant = jour.adding(days: FiltreDeListe.joursAvantTerme)
    case .prolongations: filtre.prolongation = true
    case .attente: filtre.etat = "ATTENTE"
    case .clos: filtre.etat = "CLOS"
    case .repris: filtre.reprisDepuis = jour.adding(days: -30)
    }
    return filtre
  }

  /// The address of this list, at another page, view or order.
  func url(
    _ chemin: String = "/dossiers", vue: Vue? = nil, tri: TriDossiers? = nil, page: Int = 1, format: String? = nil
  ) -> String {
    let order = tri ?? self.tri
    let parts = [
      (vue ?? self.vue) == .tous ? nil : "vue=\((vue ?? self.vue).rawValue)", etude.map { "etude=\($0)" },
      poste.map { "poste=\($0)" }, order == .parNom ? nil : "tri=\(order.cle.rawValue)",
      order.descendant ? "sens=desc" : nil, page > 1 ? "page=\(page)" : nil, format.map { "format=\($0)" },
    ].compactMap { $0 }
    return parts.isEmpty ? chemin : "\(chemin)?\(parts.joined(separator: "&"))"
  }
}
