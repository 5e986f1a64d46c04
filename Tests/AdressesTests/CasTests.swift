import Adresses
import Testing

@Suite("R170 — les adresses du jeu d'essai")
struct CasTests {
  /// Communes that changed after the table of 2024; docs/adresses.md says how.
  static let after2024: Set<String> = ["254", "374"]

  @Test(
    "each case that the table allows gives its verdict, commune, code and candidates",
    arguments: Cas.all.filter { !after2024.contains($0.id) })
  func agrees(cas: Cas) throws {
    let restauration = try Embarque.referentiel.get().restaurer(cas.adresse)
    #expect(Cas.summary(restauration) == cas.expected, "\(restauration.raison)")
  }

  @Test("a code shown as certain is always the expected one, in every case", arguments: Cas.all)
  func neverWrong(cas: Cas) throws {
    let restauration = try Embarque.referentiel.get().restaurer(cas.adresse)
    guard let code = restauration.codePostal else { return }
    #expect(code.texte == cas.code)
  }

  @Test("the 203 cases are there, and at least 95 in 100 are required")
  func count() {
    #expect(Cas.all.count == 203)
    #expect(Self.after2024.count * 100 <= Cas.all.count * 5)
  }
}
