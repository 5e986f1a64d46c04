import Convention
import Foundation
import Registre
import Testing

@testable import CentreServeur
@testable import Simulation

/// A month and a half, small enough for a test.
@Suite("Simulation — institution")
struct InstitutionTests {
  private func live(_ place: String, jours: Int = 45, dossiers: Int = 60) async throws -> CentreSimule {
    let releve = Releve()
    let session = Session(
      reglages: try await Reglages(try OptionsGlobales.parse([]), environnement: [:], ecran: releve.ecran()),
      ecran: releve.ecran())
    let premier = Jour(2026, 4, 20)
    let centre = try await CentreSimule(
      DossierDeSimulation(place), like: session, graine: 7, premier: premier, jours: jours, dossiers: dossiers)
    for rang in 0..<jours {
      try await centre.ouvrir(premier.adding(days: rang))
      try await centre.clore(premier.adding(days: rang))
    }
    return centre
  }

  private func folder() -> String {
    FileManager.default.temporaryDirectory.appendingPathComponent("simulation-\(UUID().uuidString)").path
  }

  private func files(_ place: String) throws -> [String: Data] {
    var found: [String: Data] = [:]
    for folder in ["\(place)/fabrique", "\(place)/echanges/sortant"] {
      for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
        found[name] = FileManager.default.contents(atPath: "\(folder)/\(name)")
      }
    }
    return found
  }

  @Test(
    "the books agree to the cent, only what was sent wrong on purpose is refused, and the same seed lives again the same"
  )
  func books() async throws {
    let (one, two) = (folder(), folder())
    defer { for place in [one, two] { try? FileManager.default.removeItem(atPath: place) } }
    let centre = try await live(one)
    let bilan = try await BilanDeSimulation(centre)
    let livre = bilan.livre
    #expect(livre.etudes.nombre > 0 && livre.guichets.nombre > 0)
    #expect(livre.demandes.nombre == 60)
    #expect(bilan.totaux.recouvre.cents == livre.etudes.cents - livre.impayesDesEtudes.cents)
    #expect(try await counter(centre) == livre.guichets.cents)
    #expect(livre.rejetsLus == livre.rejetsVoulus)
    #expect(livre.fichiersRefuses == livre.fichiersFautifs)
    #expect(try await centre.registre.verifier().estVerifie)

    let again = try await BilanDeSimulation(try await live(two))
    #expect(again.racine == bilan.racine)
    #expect(again.livre == livre)
    #expect(try files(one) == files(two))
  }

  /// What the journal says was paid at the counters, in cents.
  private func counter(_ centre: CentreSimule) async throws -> Int64 {
    try await centre.registre.lire { lecture in
      try lecture.dossiers(.exploitant, limit: 1_000).compactMap { try lecture.fiche($0.id) }
        .flatMap(\.dossier.actualisations.recues).filter { ["05", "06"].contains($0.code) }
        .compactMap(\.montant?.cents).reduce(0, +)
    }
  }

  @Test("nobody writes on a Sunday or a holiday, and computer departments send on working days only")
  func closed() async throws {
    let place = folder()
    defer { try? FileManager.default.removeItem(atPath: place) }
    // From Monday 20 April to Sunday 3 May 2026, the first of May between them.
    _ = try await live(place, jours: 14, dossiers: 30)
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(place)/fabrique")
    #expect(!names.isEmpty)
    for closed in ["20260426", "20260501", "20260503"] { #expect(!names.contains { $0.contains(closed) }) }
    #expect(!names.contains { $0.hasPrefix("AL.") && $0.contains("20260425") })
    #expect(names.contains { $0.hasPrefix("AL.") && $0.contains("20260424") })
  }
}
