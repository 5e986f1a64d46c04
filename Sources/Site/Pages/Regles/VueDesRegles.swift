import Centre
import Convention

/// The whole convention, part after part, and what it leaves open.
struct VueDesRegles: Vue {
  func ecrire(_ h: inout HTML) {
    h.element("p") { $0.lien("Points que les textes laissent ouverts, et lectures retenues", "/regles/lectures") }
    let rows = TableDeLaConvention.embarquee.exigences
    for partie in parties(rows) {
      h.titre(2, partie)
      h.vue(TableDesExigences("Exigences de cette partie", rows.filter { $0.partie == partie }))
    }
  }

  /// In the order of the table.
  private func parties(_ rows: [Exigence]) -> [String] {
    rows.reduce(into: []) { parties, row in if parties.last != row.partie { parties.append(row.partie) } }
  }
}
