import Centre
import Convention

/// Where every date and every amount of the page comes from, each folded under its result.
struct PourquoiDuDossier: Vue {
  let page: PageDeDossier

  func ecrire(_ h: inout HTML) {
    let explications = ExplicationsDeDossier(page.dossier, page.annuaire, on: page.jour, page.lectures)
    h.titre(2, "D’où viennent ces dates et ces montants", id: "explications")
    // What the étude earns has its own part of the page.
    for groupe in [explications.dates, explications.montants, explications.contrat, explications.sommes] {
      guard let groupe, !groupe.explications.isEmpty else { continue }
      h.titre(3, groupe.titre)
      for explication in groupe.explications { h.vue(VueDExplication(explication)) }
      for reserve in groupe.reserves { h.paragraphe(reserve) }
    }
  }
}
