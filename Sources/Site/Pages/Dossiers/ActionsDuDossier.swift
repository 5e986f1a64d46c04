import Convention
import Registre

/// What this visitor may do of this dossier now.
struct ActionsDuDossier: Vue {
  let page: PageDeDossier

  func ecrire(_ h: inout HTML) {}
}
