import Centre
import Convention

/// All that answers to an article, a requirement, a refusal or a rule.
struct VueDeFiche: Vue {
  let fiche: FicheDeDroit

  init(_ fiche: FicheDeDroit) { self.fiche = fiche }

  func ecrire(_ h: inout HTML) {
    if !fiche.exigences.isEmpty {
      h.titre(2, "Exigences")
      h.vue(TableDesExigences("Ce qui est demandé, et ce qui le fait", fiche.exigences))
      for exigence in fiche.exigences { preuve(exigence, &h) }
    }
    if !fiche.refus.isEmpty { refus(&h) }
    if !fiche.valeurs.isEmpty {
      h.titre(2, "Valeurs datées")
      h.vue(TableDesValeurs("Chiffres tirés de cet article", fiche.valeurs))
    }
    h.vue(VueDesPoints(fiche.points, fiche.politiques))
  }

  /// Paths of sources and tests: for whoever looks at the code.
  private func preuve(_ exigence: Exigence, _ h: inout HTML) {
    h.element("details", [.classe("explication")]) { h in
      h.element("summary", "\(exigence.id) : code et preuve")
      h.element("ul") { h in
        for path in exigence.code + exigence.tests { h.element("li") { $0.element("code", path) } }
      }
      h.paragraphe(exigence.preuve.replacing("`", with: ""))
    }
  }

  private func refus(_ h: inout HTML) {
    h.titre(2, "Refus")
    h.vue(
      Tableau<Refus.Motif>(
        "Ce qui est refusé, et au titre de quoi",
        [
          .init("Code", classe: "code") { motif, h in h.lien(motif.code, LienDeDroit.url(motif.code)) },
          .init("Phrase") { "\($0.phrase)." },
          .init("Articles") { $0.articles.map(\.description).joined(separator: " ; ") },
        ], fiche.refus))
  }
}

/// The page of a reference.
enum LienDeDroit {
  static func url(_ reference: String) -> String { "/regles?article=\(reference)" }
}
