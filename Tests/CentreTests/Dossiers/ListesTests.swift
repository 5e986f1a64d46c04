import Convention
import Registre
import Testing

@testable import Centre

@Suite("Lists of what is missing, by day (R146, R149, R160)")
struct ListesTests {
  private func numeros(_ essai: CentreDEssai, _ filtre: FiltreDossiers) async throws -> [String] {
    try await essai.registre.lire { try $0.dossiers(.exploitant, filtre, limit: 100).map(\.cle.numero).sorted() }
  }

  @Test("letters: none late on the third day, the one without a first letter on the fourth")
  func letters() async throws {
    let essai = try await CentreDEssai()
    try await essai.recevoir(Echantillons.url("aller-correct.txt"), Jour(2026, 3, 2))
    try await essai.recevoir(Echantillons.url("etude.txt"), Jour(2026, 3, 4))
    // E3101 acknowledged the three on 3 March and wrote to the first two; the third is judicial.
    for (jour, expected) in [
      (Jour(2026, 3, 7), []), (Jour(2026, 5, 1), []), (Jour(2026, 5, 2), ["DEM2026-000101", "DEM2026-000102"]),
    ] {
      #expect(try await numeros(essai, FiltreDossiers(lettreManquanteLe: jour)) == expected, "\(jour.iso)")
    }
  }

  @Test("a first letter not sent is late the day after the third, and never before the reception")
  func firstLetter() async throws {
    let essai = try await CentreDEssai()
    try await essai.recevoir(Echantillons.url("aller-defauts.txt"), Jour(2026, 3, 3))
    #expect(try await numeros(essai, FiltreDossiers(lettreManquanteLe: Jour(2026, 3, 11))).isEmpty)
    // Never acknowledged: the reception is deemed on 3 March, the evening of the 11th.
    try await essai.clore(Jour(2026, 3, 11))
    #expect(try await numeros(essai, FiltreDossiers(lettreManquanteLe: Jour(2026, 3, 6))).isEmpty)
    #expect(try await numeros(essai, FiltreDossiers(lettreManquanteLe: Jour(2026, 3, 7))).count == 3)
    #expect(try await numeros(essai, FiltreDossiers(retardInjustifie: true)).count == 3)
  }

  @Test("calls: those with a telephone and something due; none once the debt is paid")
  func calls() async throws {
    let essai = try await CentreDEssai()
    try await essai.recevoir(Echantillons.url("aller-correct.txt"), Jour(2026, 3, 2))
    try await essai.recevoir(Echantillons.url("aller-defauts.txt"), Jour(2026, 3, 3))
    try await essai.recevoir(Echantillons.url("etude.txt"), Jour(2026, 3, 4))
    #expect(try await numeros(essai, FiltreDossiers(aAppelerLe: Jour(2026, 3, 5))) == ["DEM2026-000101"])
    try await essai.recevoir(Echantillons.url("etude-fins.txt"), Jour(2026, 4, 23))
    #expect(try await numeros(essai, FiltreDossiers(aAppelerLe: Jour(2026, 4, 23))).isEmpty)
  }

  @Test("the attestation of a day lists what was handed over that day (R124)")
  func attestation() async throws {
    let essai = try await CentreDEssai()
    try await essai.recevoir(Echantillons.url("aller-correct.txt"), Jour(2026, 3, 2))
    try await essai.recevoir(Echantillons.url("aller-defauts.txt"), Jour(2026, 3, 3))
    #expect(
      try await numeros(essai, FiltreDossiers(remisLe: Jour(2026, 3, 2)))
        == ["DEM2026-000101", "DEM2026-000102", "DEM2026-000103"])
  }
}
