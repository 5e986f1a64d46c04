import Convention
import Testing

@testable import Registre

@Suite("Les contrats d’une étude dans l’annuaire (art. 1, al. 3, R004)")
struct ContratsDesEtudesTests {
  private static let etude = CodeEtude("E3101")

  private func annuaire(_ contrats: [ContratDepartemental]) throws -> Annuaire {
    var annuaire = Annuaire()
    let code = try #require(Self.etude)
    annuaire.etudes[code] = Etude(code: code, nom: "SCP ALBERT ET BARON", contrats: contrats, ressort: [])
    return annuaire
  }

  private func lus(_ essai: RegistreDEssai) async throws -> [ContratDepartemental]? {
    let code = try #require(Self.etude)
    return try await essai.registre.lire { try $0.annuaire().etudes[code]?.contrats }
  }

  @Test("those of two départements come back as they were kept; kept again, they are the new ones")
  func several() async throws {
    let essai = try await RegistreDEssai()
    var both = [ContratDepartemental(du: Jour(2025, 1, 1)), ContratDepartemental(du: Jour(2026, 1, 1))]
    both[0].clauses.departement = Departement("31")
    both[1].clauses.departement = Departement("32")
    let annuaire = try annuaire(both)
    try await essai.registre.ecrire { try $0.importer(annuaire) }
    #expect(try await lus(essai) == both)
    let (code, first) = (try #require(Self.etude), [both[0]])
    try await essai.registre.ecrire { try $0.garder(first, of: code) }
    #expect(try await lus(essai) == first)
  }

  @Test("a base that holds one contract alone, as before there could be several, gives that one")
  func alone() async throws {
    let essai = try await RegistreDEssai()
    let contrat = ContratDepartemental(du: Jour(2025, 1, 1))
    let annuaire = try annuaire([contrat])
    try await essai.registre.ecrire { try $0.importer(annuaire) }
    let text = try canonical(contrat)
    try await essai.engine.write { _ = try $0.run("UPDATE etude SET contrat = $1", .text(text)) }
    #expect(try await lus(essai) == [contrat])
  }
}
