import Centre
import Convention
import Registre

/// Invoices of the judicial recovery: the étude prepares, issues and follows its own; the direction of the département receives
/// and pays them; the exploitant reads (art. 12 ▸1, 16 and 17; R016, R061–R067).
enum PagesDesFactures {
  static let routes = PageDesFactures.routes + PageDePreparation.routes + PageDUneFacture.routes

  static let url = "/factures"
}

extension Set<Profil.Metier> {
  static let deFactures: Set<Profil.Metier> = [.etude, .direction, .exploitant]
}

extension Requete {
  func facturation(_ visiteur: Visiteur) -> Facturation { Facturation(centre, visiteur.perimetre) }
}

extension Facture.Etat {
  var ton: Annonce.Ton? {
    switch self {
    case .emise: nil
    case .recue: .alerte
    case .payee: .fait
    case .rejetee: .refus
    }
  }
}
