/// One thing that waits: how many, what, and where to see it.
struct Tuile: Sendable {
  let nombre: Int
  let libelle: String
  let url: String
  /// Class of its border when there is something.
  let ton: String
}

struct Tuiles: Vue, Sendable {
  let tuiles: [Tuile]

  func ecrire(_ h: inout HTML) {
    h.element("ul", [.classe("tuiles")]) { h in
      for tuile in tuiles { h.element("li") { tuileOuverte(tuile, &$0) } }
    }
  }

  private func tuileOuverte(_ tuile: Tuile, _ h: inout HTML) {
    guard tuile.nombre > 0 else {
      return h.element("div", [.classe("vide")]) { h in
        h.element("strong", "0")
        h.element("span", tuile.libelle)
      }
    }
    h.element("a", [.href(tuile.url), .classe(tuile.ton)]) { h in
      let most = PagesDossiers.limiteDuCompte
      h.element("strong", tuile.nombre > most ? "plus de \(most)" : "\(tuile.nombre)")
      h.element("span", tuile.libelle)
    }
  }
}
