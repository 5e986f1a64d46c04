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
    _ = try await Reprises(centre, barre).settle()
    try await Journee(centre).clore(until: jour, progress: barre.progress)
  }
}
