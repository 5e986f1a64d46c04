import Centre
import Convention
import Registre

extension Session {
  /// What was done: a JSON object for programs, a sentence for people.
  func tell(_ members: [(String, JSONValue)], _ sentence: String) {
    if reglages.json { ecran.json(.objet(members)) } else { ecran.ligne(sentence) }
  }

  /// A decision of the exploitant: alone on the base, once the past is settled, so that it belongs to the day's work.
  func deciding<T: Sendable>(_ body: @Sendable (Centre, BarreDeProgression) async throws -> T) async throws -> T {
    try await alone {
      let centre = try await self.centre()
      let barre = BarreDeProgression(ecran)
      try await Soiree(centre, barre).clore(until: jour.adding(days: -1))
      defer { barre.finish() }
      return try await body(centre, barre)
    }
  }
}
