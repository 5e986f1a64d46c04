import Testing

@testable import Convention

@Suite("Art. 12 — retours à l’issue de la phase judiciaire")
struct ListeDeClotureTests {
  @Test("the end of a judicial phase lists the four returns, in the order of the article (R049)")
  func four() {
    let empty = ListeDeCloture(droits: .aucun)
    #expect(empty.points.map(\.retour) == [.facture, .procesVerbaux, .suspensions, .adresses])
    #expect(empty.points.map(\.retour.exigence) == ["R049", "R050", "R051", "R052"])
    #expect(empty.points.allSatisfy { !$0.attendu && $0.complet && $0.article == Article(12) })
    #expect(empty.estComplete)
  }

  @Test("fees due: an invoice is expected, and missing until it has its number (R049)")
  func invoice() {
    let due = ListeDeCloture(droits: .aFacturer)
    #expect(due.points[0].attendu)
    #expect(due.points[0].manques == ["facture des droits à établir"])
    #expect(!due.estComplete)
    let billed = ListeDeCloture(droits: .factures(numero: "F-2026-1"))
    #expect(billed.points[0].attendu && billed.points[0].complet)
  }

  @Test("a procès-verbal without its état de poursuites is refused (R050)", arguments: [nil, "", "EP-1"])
  func acts(_ etat: String?) throws {
    if etat == "EP-1" {
      let liste = ListeDeCloture(
        droits: .aucun, procesVerbaux: [try ListeDeCloture.ProcesVerbal(code: "052", etatPoursuites: etat)])
      #expect(liste.points[1].attendu && liste.points[1].complet)
    } else {
      #expect(throws: Refus(.procesVerbalSansEtat, under: Article(12))) {
        try ListeDeCloture.ProcesVerbal(code: "052", etatPoursuites: etat)
      }
    }
  }

  @Test("a suspension without its form, or without its état, is missing (R051)")
  func suspensions() {
    let jour = Jour(2026, 4, 1)
    for (formulaire, etat, count) in [(nil, nil, 2), ("S-1", nil, 1), (nil, "EP-1", 1), ("", "EP-1", 1)]
      as [(String?, String?, Int)]
    {
      let liste = ListeDeCloture(
        droits: .aucun, suspensions: [.init(demandeeLe: jour, formulaire: formulaire, etatPoursuites: etat)])
      #expect(liste.points[2].manques.count == count)
    }
    let whole = ListeDeCloture(
      droits: .aucun, suspensions: [.init(demandeeLe: jour, formulaire: "S-1", etatPoursuites: "EP-1")])
    #expect(whole.estComplete)
  }

  @Test("an annotated état renders the new address; one to annotate is missing, without saying where (R052)")
  func addresses() {
    let missing = ListeDeCloture.AdresseHorsRessort(rangRedevable: 2, adresse: .corrigee("3 RUE NEUVE"))
    #expect(missing.annotation == nil)
    let liste = ListeDeCloture(droits: .aucun, adresses: [missing])
    #expect(liste.points[3].manques == ["état de poursuites à annoter, redevable de rang 2"])
    let done = ListeDeCloture.AdresseHorsRessort(
      rangRedevable: 2, adresse: .corrigee("3 RUE NEUVE"), etatAnnote: "EP-1")
    #expect(
      done.annotation
        == "État de poursuites EP-1, redevable de rang 2, nouvelle adresse hors du ressort : 3 RUE NEUVE, 31000 TOULOUSE"
    )
    #expect(ListeDeCloture(droits: .aucun, adresses: [done]).estComplete)
  }
}
