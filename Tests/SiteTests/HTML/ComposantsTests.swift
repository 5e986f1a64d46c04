import Testing

@testable import Site

@Suite("Pages : champs, tableaux, pages d’une liste")
struct ComposantsTests {
  private func ecrit(_ vue: some Vue) -> String {
    var html = HTML()
    html.vue(vue)
    return String(decoding: html.octets, as: UTF8.self)
  }

  @Test("a field in error says so to eyes and ears, and keeps what was typed")
  func field() {
    let html = ecrit(
      Champ(
        "montant", "Montant reçu", .montant, valeur: "12,3,4", aide: "En euros.", erreur: "Deux virgules.", requis: true
      ))
    #expect(html.contains("<label for=\"champ-montant\">Montant reçu</label>"))
    #expect(html.contains("aria-describedby=\"champ-montant-aide champ-montant-erreur\""))
    #expect(html.contains("aria-invalid=\"true\""))
    #expect(html.contains("value=\"12,3,4\""))
    #expect(!html.contains("facultatif"))
  }

  @Test("a password that was refused is never sent back")
  func password() {
    #expect(!ecrit(Champ("mot", "Mot de passe", .motDePasse, valeur: "secret")).contains("secret"))
  }

  @Test("an optional field says so, a box to tick does not")
  func optional() {
    #expect(ecrit(Champ("ref", "Référence")).contains("facultatif"))
    #expect(!ecrit(Champ("lu", "J’ai lu", .case_)).contains("facultatif"))
  }

  @Test("a list of one page shows no pages; of many, the first, the last and the neighbours")
  func pages() {
    #expect(ecrit(Pagination(page: 1, nombre: 1) { "?page=\($0)" }).isEmpty)
    let html = ecrit(Pagination(page: 10, nombre: 20) { "?page=\($0)" })
    for number in [1, 8, 9, 10, 11, 12, 20] { #expect(html.contains("?page=\(number)\"")) }
    for number in [2, 7, 13, 19] { #expect(!html.contains("?page=\(number)\"")) }
    #expect(html.contains("aria-current=\"page\""))
  }
}
