import Convention
import Foundation
import Interface
import Registre
import Testing

@testable import Centre

@Suite("Judicial demands: acts, 92, and the term after fifty days")
struct JudiciaireTests {
  private func centre(_ jour: Jour = lundi) async throws -> CentreDEssai {
    let essai = try await CentreDEssai()
    var aller = try Fabrique.aller(jour, 1)
    aller.demande(
      "J1",
      champs: [
        "phase": "J", "numero_etat_poursuites": "EP2026-1", "date_etat_poursuites": jour.compact,
        "mesure_demandee": "SVT",
      ])
    aller.demande("C1")
    #expect(try await essai.recevoir("f", try aller.octets(), jour).statut == "A")
    return essai
  }

  private func acte(_ essai: CentreDEssai, bilan: String) async throws -> FichierRecu {
    var etude = try Fabrique.etude("E3101", mardi, 1, bilan: bilan)
    for (index, demande) in ["J1", "C1"].enumerated() {
      etude.message(
        "68", demande, index + 1,
        ["code_acte": "042", "numero_etat_poursuites": "EP2026-1", "reference_document": "PV-1"])
    }
    return try await essai.recevoir("e", try etude.octets(), mardi)
  }

  @Test("an act on a judicial demand goes in a 92, on an amicable one it is 334 (R014)")
  func acts() async throws {
    let essai = try await centre()
    #expect(try await essai.resume(try await acte(essai, bilan: "O")) == ["3:334"])
    try await essai.clore(mardi)
    #expect(
      try essai.articles("RI.HELIOS.031.20260303").map { $0.champs("numero_demande", "code_acte", "date_acte") }
        == ["J1 042 2026-03-03"])
  }

  @Test("bilan N: no 92 ever, the act counts all the same")
  func withoutBilan() async throws {
    let essai = try await centre()
    _ = try await acte(essai, bilan: "N")
    try await essai.clore(mercredi)
    #expect(try essai.nomsEmis("RI.HELIOS.031").count == 1)
    #expect(try await essai.dossier("J1")?.poursuites.actes.count == 1)
  }

  @Test("fifty days from reception, carried to the first working day (art. 642): 94 the day after")
  func term() async throws {
    // Received on Friday 13 March: the fiftieth day is Saturday 2 May, the first working day after it Monday 4 May.
    let jour = Jour(2026, 3, 13)
    let essai = try await centre(jour)
    try await essai.clore(Jour(2026, 5, 5))
    #expect(
      try essai.articles("RI.HELIOS.031.20260505", "94").map {
        $0.champs("numero_demande", "motif_fin", "date_fin_phase")
      }
        == ["J1 02 2026-05-04"])
  }
}
