import Convention

/// Dated values: what, how much, from when to when, from where.
struct TableDesValeurs: Vue {
  let legende: String
  let valeurs: [ValeurAppliquee]

  init(_ legende: String, _ valeurs: [ValeurAppliquee]) {
    self.legende = legende
    self.valeurs = valeurs
  }

  func ecrire(_ h: inout HTML) {
    h.vue(
      Tableau<ValeurAppliquee>(
        legende,
        [
          .init("Valeur") { $0.nom }, .init("Montant, taux ou durée") { valeur, h in montant(valeur, &h) },
          .init("Du", classe: "code") { $0.du.texte }, .init("Au", classe: "code") { $0.au?.texte ?? "" },
          .init("Source") { $0.source },
          .init("Vérifiée") { valeur, h in
            h.vue(valeur.verifiee ? Etiquette("vérifiée", .fait) : Etiquette("non vérifiée", .alerte))
          },
        ], valeurs, classe: { $0.verifiee ? nil : "alerte" }))
  }

  /// A whole tariff is folded.
  private func montant(_ valeur: ValeurAppliquee, _ h: inout HTML) {
    guard valeur.texte.count > TableDesValeurs.longueur else { return h.texte(valeur.texte) }
    h.element("details") { h in
      h.element("summary", "Le détail")
      h.texte(valeur.texte)
    }
  }

  /// Beyond it a value is no longer read at a glance.
  private static let longueur = 120
}
