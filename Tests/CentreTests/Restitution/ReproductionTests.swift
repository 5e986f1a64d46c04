import Convention
import Foundation
import Testing

@testable import Centre

@Suite("Files of a closed day, produced again")
struct ReproductionTests {
  @Test("taken away, every file of the day comes back with the same bytes; one still there is left alone")
  func again() async throws {
    let essai = try await CentreDEssai()
    let jour = Jour(2026, 3, 4)
    try await essai.recevoir(Echantillons.url("aller-correct.txt"), Jour(2026, 3, 2))
    try await essai.recevoir(Echantillons.url("aller-defauts.txt"), jour)
    try await essai.recevoir(Echantillons.url("etude.txt"), jour)
    try await essai.clore(jour)
    // The days after change the dossiers, not what was said of that day.
    try await essai.recevoir(Echantillons.url("etude-fins.txt"), Jour(2026, 4, 23))
    try await essai.clore(Jour(2026, 4, 23))
    let issued = try await essai.registre.lire { try $0.fichiersEmis(jour) }
    let before = try essai.emissions()
    #expect(issued.count == 4)
    let folder = essai.dossier.appendingPathComponent("echanges/sortant")
    for fichier in issued { try FileManager.default.removeItem(at: folder.appendingPathComponent(fichier.nom)) }
    try await Journee(try essai.centre(jour)).reproduire(jour)
    #expect(try essai.emissions() == before)
  }
}
