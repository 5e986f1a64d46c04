import Centre
import Convention

/// Where a dossier is, why, whose turn it is, and what comes next.
struct SituationDuDossier: Vue {
  let page: PageDeDossier

  func ecrire(_ h: inout HTML) {
    let dossier = page.dossier
    let pourquoi = dossier.pourquoi(on: page.jour)
    h.definitions(
      [
        ("Reste dû", dossier.resteDu.texte), ("Recouvré", dossier.recouvre.texte),
        ("État", EtatDeDossier(dossier).libelle), ("Au tour de", pourquoi.tour.libelle),
        dossier.terme.map { ("Terme", $0.texte) },
      ].compactMap { $0 }, classe: "chiffres")
    h.element("section", [.classe("pourquoi"), Attribut("aria-labelledby", "pourquoi")]) { h in
      h.titre(2, "Pourquoi", id: "pourquoi")
      for phrase in pourquoi.phrases { h.paragraphe(phrase) }
      for manque in dossier.manques(on: page.jour) { h.vue(Annonce(.alerte, "Il manque : \(manque.phrase).")) }
    }
    let dates = dossier.echeances(on: page.jour)
    guard !dates.isEmpty else { return }
    h.titre(2, "Prochaines dates")
    h.vue(
      Tableau(
        "Ce qui vient, le plus proche d’abord",
        [
          .init("Jour") { $0.jour.texte }, .init("Ce qui est attendu") { $0.libelle },
          .init("D’après") { "\($0.article)" },
          .init("Pourquoi") { echeance, h in
            guard let found = dossier.explication(of: echeance, on: page.jour) else { return }
            h.vue(VueDExplication(found, resume: "Le calcul"))
          },
        ], dates))
  }
}
