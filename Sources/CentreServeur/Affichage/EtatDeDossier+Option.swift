import Centre

extension EtatDeDossier {
  /// As typed: `remis`, `attente`, `clos`, `ecarte`.
  init(option text: String) throws {
    guard let found = EtatDeDossier(rawValue: text.uppercased()) else {
      let names = EtatDeDossier.allCases.map { $0.rawValue.lowercased() }.joined(separator: ", ")
      throw MauvaisUsage("État « \(text) » : \(names) attendu.")
    }
    self = found
  }
}
