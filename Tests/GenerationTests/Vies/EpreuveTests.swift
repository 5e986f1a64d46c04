import Foundation
import Testing

@testable import Convention
@testable import Generation

@Suite("Vies inventées")
struct EpreuveTests {
  /// Lived once for all the tests.
  private static let bilan = Epreuve.vivre(1..<2_001)

  @Test("2,000 lives break no invariant, and each one has had something to look at (R025, R047)")
  func lives() {
    let bilan = EpreuveTests.bilan
    #expect(bilan.vies == 2_000)
    #expect(bilan.fautes == 0, "\(bilan.premieresFautes)")
    for genre in GenreDeVie.allCases {
      let part = bilan.parts[genre]
      #expect((part?.vies ?? 0) >= 200, "\(genre)")
      for tenue in part?.tenues ?? [] { #expect(tenue.constats > 0, "\(genre) : \(tenue.nom)") }
    }
  }

  @Test("the totals are the same life after life, and in another cutting")
  func deterministic() async {
    // More than one lot, so that they end in any order.
    let whole = await Epreuve(vies: 300, graine: 41).eprouver()
    #expect(whole == Epreuve.vivre(41..<341))
    var parts = Epreuve.vivre(191..<341)
    parts.add(Epreuve.vivre(41..<191))
    #expect(whole == parts)
  }

  @Test("a life alone tells each of its commands, and is the same when it is told")
  func told() {
    for graine in UInt64(101)...120 {
      var lines: [String] = []
      let bilan = Epreuve.raconter(graine) { lines.append($0) }
      #expect(bilan == Epreuve.vivre(graine..<graine + 1))
      #expect(lines.count == bilan.etapes && lines.allSatisfy { !$0.contains("INVENTE") && !$0.contains("RUE") })
    }
  }

  @Test("every kind of command of a dossier comes, the judicial ones too, accepted and refused")
  func kinds() {
    let commandes = EpreuveTests.bilan.parts[.dossier]?.commandes ?? [:]
    for code in Acte.Code.allCases {
      #expect((commandes["étude : acte \(code.rawValue)"]?.acceptees ?? 0) > 0, "\(code)")
    }
    for (code, _) in VieDeDossier.evenements { #expect(commandes["comptable : événement \(code)"] != nil, "\(code)") }
    #expect((commandes["étude : acte 012"]?.refusees ?? 0) > 0)
    #expect((commandes["étude : acte 091"]?.refusees ?? 0) > 0)
    #expect((commandes["exploitant : désignation"]?.acceptees ?? 0) > 0)
  }

  @Test("the facts of 100 lives are read back as they were written")
  func codable() throws {
    for graine in UInt64(0)..<100 {
      switch GenreDeVie(graine: graine) {
      case .dossier: try check(VieDeDossier.self, graine) { $0.histoire }
      case .contrat: try roundTrip(last(VieDeContrat.self, graine).histoire)
      case .incident: try roundTrip(last(VieDIncident.self, graine).histoire)
      case .facture: try roundTrip(last(VieDeFacture.self, graine).histoires)
      }
    }
  }

  private func last<V: Vie>(_ genre: V.Type, _ graine: UInt64) throws -> V.Etape {
    var vie = V(graine: graine)
    for _ in 1..<V.longueur { _ = vie.avancer() }
    return vie.avancer()
  }

  private func roundTrip<Value: Codable & Equatable>(_ value: Value) throws {
    #expect(try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value)) == value)
  }

  private func check(
    _ genre: VieDeDossier.Type, _ graine: UInt64, _ facts: (PasDeDossier) -> [Evenement]
  ) throws {
    for evenement in try facts(last(VieDeDossier.self, graine)) {
      let bytes = try JSONEncoder().encode(evenement.fait.contenu)
      let again = try Evenement(evenement.genre) { try JSONDecoder().decode($0, from: bytes) }
      #expect(again == evenement, "graine \(graine)")
    }
  }
}
