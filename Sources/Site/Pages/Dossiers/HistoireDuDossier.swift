import Centre
import Convention
import Registre

/// Every event of a dossier, the latest first: when, what, by whom.
struct HistoireDuDossier: Vue {
  let page: PageDeDossier

  func ecrire(_ h: inout HTML) {
    let phrase = PhraseDEvenement(libelles: page.libelles)
    h.titre(2, "Histoire")
    h.element("ol", [.classe("frise"), Attribut("reversed", if: true)]) { h in
      for date in page.histoire.reversed() {
        h.element("li") { h in
          h.element("time", [Attribut("datetime", date.instant.iso)], "\(date.instant.texte) — \(auteur(date.auteur))")
          h.element("span", phrase.texte(date.evenement))
        }
      }
    }
  }

  /// `etude:E3101/claire` as people say it.
  private func auteur(_ texte: String) -> String {
    let parts = texte.split(separator: ":", maxSplits: 1).map(String.init)
    switch parts.first {
    case "etude": return "étude \(parts.last ?? "")"
    case "exploitation": return "exploitation \(parts.last ?? "")"
    case "poste": return "poste \(parts.last ?? "")"
    case "exploitant": return "exploitant"
    default: return texte
    }
  }
}
