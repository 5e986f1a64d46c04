import Centre
import Convention

/// Requirements, their rules and the refusals of their articles.
struct TableDesExigences: Vue {
  let legende: String
  let exigences: [Exigence]

  init(_ legende: String, _ exigences: [Exigence]) {
    self.legende = legende
    self.exigences = exigences
  }

  func ecrire(_ h: inout HTML) {
    h.vue(
      Tableau<Exigence>(
        legende,
        [
          .init("Article", classe: "code") { $0.article },
          .init("Exigence") { exigence, h in
            h.lien(exigence.id, LienDeDroit.url(exigence.id))
            h.texte(" \(exigence.quoi)")
          },
          .init("État") { exigence, h in h.vue(Etiquette(exigence.etat, exigence.etat == "fait" ? .fait : .alerte)) },
          .init("Règles") { $0.regles.joined(separator: ", ") },
          .init("Refus") { exigence, h in refus(exigence, &h) },
        ], exigences))
  }

  /// Those of the very place where the requirement stands.
  private func refus(_ exigence: Exigence, _ h: inout HTML) {
    let found = exigence.lieu.map { lieu in Refus.Motif.tous.filter { $0.articles.contains(lieu) } } ?? []
    for (rank, motif) in found.enumerated() {
      if rank > 0 { h.texte(", ") }
      h.lien(motif.code, LienDeDroit.url(motif.code))
    }
  }
}
