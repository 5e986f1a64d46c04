import Convention
import Foundation
import Registre
import Testing

@testable import Centre

@Suite("Annexe II.1.1.1 a — the acknowledgement of a file that came by CFT (R122)")
struct AccuseCFTTests {
  private let jour = Jour(2026, 3, 2)

  /// A file received as `DI-TLS` brought it, inscribed as the CFT link does.
  private func recevoir(_ octets: [UInt8], _ essai: CentreDEssai) async throws -> FichierRecu {
    let instant = try essai.centre(jour).horloge.instant
    _ = try await essai.registre.ecrire {
      try $0.inscrire(
        Transfert(
          .recu, partenaire: "PARIS", flux: "CSHAL", nom: "4660-aller.dat",
          cause: AccuseCFT.cause(partenaire: "DI-TLS", nom: "4660-aller.dat"), etat: .recu, instant: instant))
    }
    let fichier = try await essai.recevoir("4660-aller.dat", octets, jour, partenaire: "DI-TLS")
    try await AccuseCFT(try essai.centre(jour), exploitant: "exploitant@example.org")
      .repondre(fichier, partenaire: "DI-TLS", nom: "4660-aller.dat")
    return fichier
  }

  private func accuses(_ essai: CentreDEssai) async throws -> [Transfert] {
    try await essai.registre.lire { [jour] in try $0.transferts(jour, limit: 10, offset: 0) }.filter {
      $0.sens == .accuse
    }
  }

  @Test("a file taken into account is acknowledged with its instant, its sequence and half its fingerprint")
  func taken() async throws {
    let essai = try await CentreDEssai()
    let fichier = try await recevoir(try Echantillons.octets("aller-correct.txt"), essai)
    let accuse = try #require(try await accuses(essai).first)
    #expect(accuse.texte == "CSHUIS RECU \(fichier.instant.iso) 000001 \(fichier.empreinte.prefix(16))")
    #expect(accuse.etat == .attente)
    #expect(accuse.partenaire == "PARIS")
  }

  @Test("asked twice for the same file, one acknowledgement is owed")
  func twice() async throws {
    let essai = try await CentreDEssai()
    let fichier = try await recevoir(try Echantillons.octets("aller-correct.txt"), essai)
    try await AccuseCFT(try essai.centre(jour), exploitant: nil)
      .repondre(fichier, partenaire: "DI-TLS", nom: "4660-aller.dat")
    #expect(try await accuses(essai).count == 1)
  }

  @Test("an incomplete file has none: an incident is opened and the exploitant told, without a debtor's name")
  func incomplete() async throws {
    let essai = try await CentreDEssai()
    let whole = try Echantillons.octets("aller-correct.txt")
    let fichier = try await recevoir(Array(whole.prefix(513 * 4)), essai)
    #expect(fichier.statut == "I")
    #expect(try await accuses(essai) == [])
    let incidents = try await essai.registre.lire { [jour] in try $0.incidents(from: jour, to: jour) }
    #expect(incidents.contains { $0.genre == "cft" && $0.texte.contains("incomplet") })
    let owed = try await essai.registre.lire { try $0.courrielsAEnvoyer() }
    let courriel = try #require(owed.first { $0.destinataire == "exploitant@example.org" })
    let text = try await essai.registre.lire { try Attestation.texte(courriel, $0) }
    #expect(text.contains("4660-aller.dat"))
    #expect(!text.contains("LEFÈVRE"))
  }

  @Test("a file that came by the folder has nobody to be acknowledged to")
  func folder() async throws {
    let essai = try await CentreDEssai()
    let fichier = try await essai.recevoir(
      "a.txt", try Echantillons.octets("aller-correct.txt"), jour, partenaire: "DI-TLS")
    try await AccuseCFT(try essai.centre(jour), exploitant: nil).repondre(fichier, partenaire: "DI-TLS", nom: "a.txt")
    #expect(try await accuses(essai) == [])
  }
}
