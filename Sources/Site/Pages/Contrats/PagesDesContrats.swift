import Centre
import Convention
import Registre

/// The contracts with the études, for those who sign them (art. 1, 9, 10, 18 to 21).
enum PagesDesContrats {
  static let routes = PageDesContrats.routes + PageDeConclusion.routes + PageDUnContrat.routes + PageDUnActe.routes
}

extension Set<Profil.Metier> {
  /// Who has a contract to look at; a comptable signs none.
  static let deContrats: Set<Profil.Metier> = [.exploitant, .direction, .etude]
}

extension EtatDeContrat {
  var ton: Annonce.Ton? {
    switch self {
    case .enVigueur: .fait
    case .enPreavis, .incomplet: .alerte
    case .aVenir: nil
    case .expire, .resilie, .denonce: .refus
    }
  }
}

/// What comes near, one line each, with the contract that it is of.
struct ListeDAlertes: Vue {
  let alertes: [(cle: String, texte: String)]

  func ecrire(_ h: inout HTML) {
    h.element("ul") { h in
      for alerte in alertes {
        h.element("li") { h in
          h.lien("Contrat \(alerte.cle)", "/contrats/\(alerte.cle)")
          h.texte(" : \(alerte.texte).")
        }
      }
    }
  }
}
