import Convention
import Registre

/// The evening look at every dossier whose day has come (annexe qualité I.2, R154–R160; art. 11, R047).
struct Suivi {
  let registre: Registre
  static let batchSize = 1_000

  /// Decides the evening of a day for all dossiers; done again after a stop, it changes nothing more.
  func passer(_ jour: Jour) async throws {
    var last: Int64 = 0
    while let next = try await page(jour, after: last) { last = next }
  }

  private func page(_ jour: Jour, after last: Int64) async throws -> Int64? {
    try await registre.ecrire { registre in
      let ids = try registre.lecture.dossiersAReveiller(jour, after: last, limit: Suivi.batchSize)
      let trace = Trace(auteur: "centre", instant: Horloge.cloture(jour), jour: jour)
      for id in ids {
        guard var fiche = try registre.lecture.fiche(id) else { continue }
        try registre.ajouter(fiche.dossier.decideSoir(jour), to: &fiche, trace: trace)
      }
      return ids.last
    }
  }
}
