import Registre

/// The entries of the main menu, by profession.
struct Menu {
  let titre: String
  let url: String

  static func entrees(_ metier: Profil.Metier) -> [Menu] {
    let accueil = Menu(titre: "Accueil", url: "/")
    let dossiers = Menu(titre: "Dossiers", url: "/dossiers")
    let contrats = Menu(titre: "Contrats", url: "/contrats")
    switch metier {
    case .exploitant:
      return [
        accueil, dossiers, Menu(titre: "Quarantaine", url: "/quarantaine"), Menu(titre: "Flux", url: "/flux"),
        contrats,
        Menu(titre: "Utilisateurs", url: "/utilisateurs"),
      ]
    case .comptable:
      return [
        accueil, dossiers, Menu(titre: "Saisir une demande", url: "/demandes"),
        Menu(titre: "Prolongations à décider", url: "/prolongations"),
        Menu(titre: "Importer un tableur", url: "/tableur"),
      ]
    case .etude:
      return [
        accueil, dossiers, Menu(titre: "Accusés de réception", url: "/accuses"),
        Menu(titre: "Fichiers", url: "/fichiers"), contrats,
      ]
    case .direction: return [accueil, dossiers, contrats]
    case .central: return [accueil]
    }
  }
}
