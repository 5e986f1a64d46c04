import Convention
import Foundation
import Testing

@testable import Centre

@Suite("The samples, received in the order of the scenario")
struct ScenarioTests {
  private struct Scenario: Decodable {
    struct Etape: Decodable {
      let fichier_recu: String
      let jour: String
      let statut: String
      let code: String?
      let demandes_acceptees: Int
      let demandes_rejetees: Int
      let rejets: [[Rejet]]
    }
    enum Rejet: Decodable, Hashable {
      case ligne(Int)
      case code(String)
      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        self = try (try? container.decode(Int.self)).map(Rejet.ligne) ?? .code(container.decode(String.self))
      }
    }
    let etapes: [Etape]
  }

  @Test("each file gets the status, totals and rejects expected")
  func scenario() async throws {
    let essai = try await CentreDEssai()
    for etape in try Echantillons.json(Scenario.self, "scenario.expected.json").etapes {
      let jour = try #require(Jour(iso: etape.jour))
      let fichier = try await essai.recevoir(Echantillons.url(etape.fichier_recu), jour)
      #expect(fichier.statut == etape.statut, "\(etape.fichier_recu)")
      #expect(fichier.code == etape.code, "\(etape.fichier_recu)")
      #expect(fichier.bilan.acceptees == etape.demandes_acceptees, "\(etape.fichier_recu)")
      #expect(fichier.bilan.rejetees == etape.demandes_rejetees, "\(etape.fichier_recu)")
      let rejets = try await essai.rejets(fichier).map { [Scenario.Rejet.ligne($0.place.ligne), .code($0.code)] }
      #expect(rejets == etape.rejets, "\(etape.fichier_recu)")
    }
  }
}
