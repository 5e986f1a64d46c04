import Convention
import Registre

/// What this visitor may do of this dossier now.
struct ActionsDuDossier: Vue {
  let page: PageDeDossier

  func ecrire(_ h: inout HTML) {
    let demarches = Demarche.permis(page.dossier, page.visiteur)
    if page.visiteur.metier == .exploitant, case .enAttente = page.dossier.etat {
      return h.element("p") { $0.lien("Choisir l’étude", "/quarantaine/dossiers/\(page.id)", classe: "bouton") }
    }
    guard !demarches.isEmpty else { return }
    h.element("nav", [.classe("actions"), Attribut("aria-label", "Actions possibles")]) { h in
      for (rang, demarche) in demarches.enumerated() {
        h.lien(
          demarche.titre, "/dossiers/\(page.id)/demarches/\(demarche.code)",
          classe: rang == 0 ? "bouton" : "bouton second")
      }
    }
  }
}
