import Registre
import Testing

/// Everyone who may come: each profession, twice where there are others' data to refuse.
enum Role: String, CaseIterable, Sendable {
  case exploitant, central
  case comptableColomiers, comptableAuch
  case etudeAlbert, etudeCarriere
  case directionHauteGaronne, directionGers

  var metier: Profil.Metier {
    switch self {
    case .exploitant: .exploitant
    case .central: .central
    case .comptableColomiers, .comptableAuch: .comptable
    case .etudeAlbert, .etudeCarriere: .etude
    case .directionHauteGaronne, .directionGers: .direction
    }
  }

  /// On whose behalf he acts.
  var codes: [String] {
    switch self {
    case .exploitant, .central: []
    case .comptableColomiers: ["031012"]
    case .comptableAuch: ["032020"]
    case .etudeAlbert: ["E3101"]
    case .etudeCarriere: ["E3102"]
    case .directionHauteGaronne: ["31"]
    case .directionGers: ["32"]
    }
  }

  /// Demands of the world that he may see, and those he may not.
  var demandes: (siennes: [String], autres: [String]) {
    switch self {
    case .exploitant: (["DEM2026-000101", "DEM2026-000103", "DEM2026-000203"], [])
    case .central: ([], ["DEM2026-000101", "DEM2026-000103", "DEM2026-000203"])
    case .comptableColomiers, .directionHauteGaronne: (["DEM2026-000101", "DEM2026-000203"], ["DEM2026-000103"])
    case .comptableAuch, .directionGers: (["DEM2026-000103"], ["DEM2026-000101", "DEM2026-000203"])
    case .etudeAlbert: (["DEM2026-000101", "DEM2026-000103"], ["DEM2026-000203"])
    case .etudeCarriere: (["DEM2026-000203"], ["DEM2026-000101", "DEM2026-000103"])
    }
  }

  /// The name of the debtor of each demand.
  static let noms = ["DEM2026-000101": "LEFÈVRE", "DEM2026-000103": "SCI DU LAC", "DEM2026-000203": "PETIT"]
}
