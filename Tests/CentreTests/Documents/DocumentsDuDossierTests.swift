import Convention
import Foundation
import MoteurDEssai
import Registre
import Testing

@testable import Centre

@Suite("Documents d’un dossier : annoncés, remis une fois (R081)")
struct DocumentsDuDossierTests {
  private static let pdf = Data("%PDF-1.4\n%%EOF\n".utf8)
  private static let trace = Trace(auteur: "etude:E3101/anne", instant: Instant(mardi, heure: 10), jour: mardi)

  @Test("announced by an act, it is waited for; handed in, it is there; handed in again, nothing is done")
  func announced() async throws {
    let essai = try await CentreDEssai()
    var aller = try Fabrique.aller(lundi, 1)
    aller.demande(
      "J1",
      champs: [
        "phase": "J", "numero_etat_poursuites": "EP-1", "date_etat_poursuites": lundi.compact,
        "mesure_demandee": "SVT",
      ])
    _ = try await essai.recevoir("a", try aller.octets(), lundi)
    let depot = DepotDeDocuments(try essai.centre(mardi))
    let empreinte = try depot.empreinte(Self.pdf)
    var etude = try Fabrique.etude("E3101", mardi, 1)
    etude.message(
      "68", "J1", 1,
      [
        "code_acte": "042", "numero_etat_poursuites": "EP-1", "reference_document": "PV-1",
        "empreinte_document": empreinte,
      ])
    #expect(try await essai.recevoir("e", try etude.octets(), mardi).statut == "A")
    func documents() async throws -> DocumentsDuDossier {
      try await essai.registre.lire { lecture in
        let fiche = try #require(try lecture.fiche(1))
        return DocumentsDuDossier(
          try lecture.histoire(of: fiche).map(\.evenement), try lecture.documents(of: .dossier(1)))
      }
    }
    #expect(try await documents().attendus.map(\.reference) == ["PV-1"])
    for _ in 0..<2 {
      _ = try await depot.deposerUneFois(Self.pdf, nom: "pv.pdf", dossier: 1, par: Self.trace, .exploitant)
    }
    let after = try await documents()
    #expect(after.attendus.isEmpty && after.deposes.map(\.sha256) == [empreinte])
    let other = Perimetre.etudes([try #require(CodeEtude("E3102"))])
    await #expect(throws: DocumentRefuse.sansObjet) {
      try await depot.deposerUneFois(Self.pdf, nom: "pv.pdf", dossier: 1, par: Self.trace, other)
    }
  }

  @Test("its fingerprint is known before anything is kept; what may not be kept is refused")
  func examined() async throws {
    let essai = try await CentreDEssai()
    let depot = DepotDeDocuments(try essai.centre(lundi), maximum: 20)
    #expect(try depot.empreinte(Self.pdf).count == 64)
    #expect(throws: DocumentRefuse.tropGrand(maximum: 20)) { try depot.empreinte(Self.pdf + Data(count: 10)) }
    #expect(throws: DocumentRefuse.pasUnPDF) { try depot.empreinte(Data("<html>%%EOF".utf8)) }
    #expect(try await MoteurDEssai.photographie(essai.engine)["document"]?.isEmpty ?? true)
  }

  @Test(
    "the name of a document serves as its reference: without its ending, within 35 characters of the format",
    arguments: [
      ("PV de carence.pdf", "PV de carence"), ("C:\\pièces\\PV n° 3.PDF", "PV n_ 3"), ("", "document"),
      ("契約.pdf", "__"), (String(repeating: "é", count: 50) + ".pdf", String(repeating: "é", count: 35)),
    ])
  func references(_ nom: String, _ expected: String) { #expect(referenceDeDocument(nom) == expected) }
}
