import Convention
import Testing

@testable import Site

@Suite("Pages : une explication")
struct VueDExplicationTests {
  private func ecrit(_ vue: some Vue) -> String {
    var html = HTML()
    html.vue(vue)
    return String(decoding: html.octets, as: UTF8.self)
  }

  @Test("an explanation folds rule, texts, reading, inputs, dated values and arithmetic under its result")
  func whole() {
    let explication = HonoraireAmiable(
      surBase: Montant(cents: 100_00), le: Jour(2011, 6, 1), .metropole
    ).explication
    let html = ecrit(VueDExplication(explication))
    #expect(html.hasPrefix("<details class=\"explication\"><summary>Honoraires de la phase comminatoire"))
    #expect(html.contains("HonoraireAmiable (R059, R060)"))
    #expect(html.contains("article 15 de la convention"))
    for phrase in explication.valeurs.map(\.phrase) + explication.calcul { #expect(html.contains(phrase)) }
    #expect(html.contains("résultat : \(explication.resultat)"))
  }

  @Test("what an explanation lacks leaves no empty heading, and its sentence may be chosen")
  func bare() {
    let html = ecrit(
      VueDExplication(
        Explication("Terme", regle: "Terme", articles: [Article(9)], exigences: [], resultat: "23/11/2026"),
        resume: "Pourquoi le 23/11/2026 ?"))
    #expect(html.contains("<summary>Pourquoi le 23/11/2026 ?</summary>"))
    for titre in ["Ce qui est connu", "Valeurs datées", "Lecture suivie"] { #expect(!html.contains(titre)) }
  }
}
