import Registre

/// The entries of the main menu, by profession.
struct Menu {
  let titre: String
  let url: String

  static func entrees(_ metier: Profil.Metier) -> [Menu] {
    let accueil = Menu(titre: "Accueil", url: "/")
    let dossiers = Menu(titre: "Dossiers", url: "/dossiers")
    let service = Menu(titre: "Service du centre", url: "/dysfonctionnements")
    switch metier {
    case .exploitant:
      return [
        accueil, dossiers, Menu(titre: "Quarantaine", url: "/quarantaine"), Menu(titre: "Flux", url: "/flux"),
        Menu(titre: "Devoirs", url: "/devoirs"), Menu(titre: "Utilisateurs", url: "/utilisateurs"),
      ]
    case .comptable:
      return [
        accueil, dossiers, Menu(titre: "Saisir une demande", url: "/demandes"),
        Menu(titre: "Prolongations à décider", url: "/prolongations"),
        Menu(titre: "Importer un tableur", url: "/tableur"), Menu(titre: "Aide et contact", url: "/aide-et-contact"),
      ]
    case .etude:
      return [
        accueil, dossiers, Menu(titre: "Accusés de réception", url: "/accuses"),
        Menu(titre: "Fichiers", url: "/fichiers"),
      ]
    case .direction: return [accueil, dossiers, service]
    case .central: return [accueil, service]
    }
  }
}
