import Registre

/// The entries of the main menu, by profession.
struct Menu {
  let titre: String
  let url: String

  static func entrees(_ metier: Profil.Metier) -> [Menu] {
    let accueil = Menu(titre: "Accueil", url: "/")
    let dossiers = Menu(titre: "Dossiers", url: "/dossiers")
    let rapports = [
      Menu(titre: "Sommes détenues", url: "/sommes"), Menu(titre: "Récapitulatifs", url: "/recapitulatifs"),
    ]
    let contrats = Menu(titre: "Contrats", url: "/contrats")
    let factures = Menu(titre: "Factures", url: "/factures")
    let service = Menu(titre: "Service du centre", url: "/dysfonctionnements")
    switch metier {
    case .exploitant:
      return [
        accueil, dossiers, Menu(titre: "Quarantaine", url: "/quarantaine"), Menu(titre: "Flux", url: "/flux"),
        contrats, factures, Menu(titre: "Devoirs", url: "/devoirs"), Menu(titre: "Utilisateurs", url: "/utilisateurs"),
      ] + rapports
    case .comptable:
      return [
        accueil, dossiers, Menu(titre: "Saisir une demande", url: "/demandes"),
        Menu(titre: "Prolongations", url: "/prolongations"),
        Menu(titre: "Tableur", url: "/tableur"),
      ] + rapports + [Menu(titre: "Aide et contact", url: "/aide-et-contact")]
    case .etude:
      return [
        accueil, dossiers, Menu(titre: "Accusés de réception", url: "/accuses"),
        Menu(titre: "Fichiers", url: "/fichiers"), contrats, factures,
      ] + rapports + [service]
    case .direction: return [accueil, dossiers, contrats, factures] + rapports + [service]
    case .central: return [accueil, service]
    }
  }
}
