import Centre
import Convention

/// The closing of days, once the work that a stop interrupted is finished.
struct Soiree {
  private let centre: Centre
  private let barre: BarreDeProgression

  init(_ centre: Centre, _ barre: BarreDeProgression) {
    self.centre = centre
    self.barre = barre
  }

  func clore(until jour: Jour) async throws {
    let left = try await centre.registre.lire { try $0.fichiersInacheves() }
    if !left.isEmpty {
      let reception = try await Reception(centre)
      for fichier in left { _ = try await reception.reprendre(fichier, progress: barre.progress) }
    }
    try await Journee(centre).clore(until: jour, progress: barre.progress)
  }
}
