import Foundation
import Testing

@testable import CentreServeur

@Suite("dossier et dossiers")
struct DossiersTests {
  private func centre() async throws -> Essai {
    let essai = try await Essai.avecReferentiel()
    _ = await essai.run("recevoir", Echantillon.chemin("aller-correct.txt"), jour: "2026-03-02")
    _ = await essai.run("recevoir", Echantillon.chemin("aller-defauts.txt"), jour: "2026-03-03")
    _ = await essai.run("recevoir", Echantillon.chemin("etude.txt"), jour: "2026-03-04")
    return essai
  }

  @Test("a dossier says where it is and why, its account and its history, to people and to programs")
  func one() async throws {
    let essai = try await centre()
    let text = await essai.run("dossier", "DEM2026-000101", jour: "2026-03-05")
    #expect(text.code == 0)
    for part in [
      "phase comminatoire court jusqu’au 17/05/2026", "SCP ALBERT ET BARON", "reste dû 82,50\u{A0}€",
      "Encaissement 2026-000031",
    ] {
      #expect(text.sortie.contains(part), "\(part)")
    }
    let json = try #require(
      try await essai.run("dossier", "DEM2026-000101", "--json", jour: "2026-03-05").liste().first)
    #expect(json["etat"] as? String == "REMIS")
    #expect(json["reste_du"] as? Int == 8250)
    #expect((json["pourquoi"] as? [String])?.count == 3)
    #expect((json["histoire"] as? [[String: Any]])?.first?["genre"] as? String == "DossierTransmis")
  }

  @Test("a scope shows its own dossiers and no other; unknown numbers are refused")
  func scope() async throws {
    let essai = try await centre()
    #expect(await essai.run("dossier", "DEM2026-000101", "--pour", "etude:E3101").code == 0)
    #expect(await essai.run("dossier", "DEM2026-000101", "--pour", "etude:E3102").code == 1)
    #expect(await essai.run("dossier", "DEM2026-000101", "--pour", "poste:031020").code == 1)
    #expect(await essai.run("dossier", "DEM2026-000101", "--pour", "departement:31").code == 0)
    #expect(await essai.run("dossiers", "--pour", "national").code == 1)
    let result = await essai.run("dossier", "INCONNU")
    #expect(result.code == 1)
    #expect(result.avertissements == "Aucun dossier INCONNU dans ce périmètre.\n")
  }

  @Test("a list has its totals, its filters and its pages")
  func list() async throws {
    let essai = try await centre()
    func list(_ options: String...) async throws -> (nombre: Int, numeros: [String]) {
      let result = try await essai.programme(["dossiers", "--json"] + options + essai.lieu + ["--jour", "2026-03-05"])
        .objet()
      let totals = try #require(result["totaux"] as? [String: Any])
      let items = try #require(result["dossiers"] as? [[String: Any]])
      return (try #require(totals["nombre"] as? Int), items.compactMap { $0["numero_demande"] as? String })
    }
    #expect(try await list().nombre == 6)
    #expect(try await list("--etude", "E3101").nombre == 3)
    #expect(try await list("--sans-accuse").nombre == 3)
    #expect(try await list("--poste", "031020").numeros == ["DEM2026-000103"])
    #expect(try await list("--nom", "lefèvre").numeros == ["DEM2026-000101"])
    #expect(try await list("--etat", "clos").nombre == 0)
    #expect(try await list("--terme-avant", "2026-05-17").nombre > 0)
    let pages = try await [list("--taille", "4").numeros, list("--taille", "4", "--page", "2").numeros]
    #expect(pages.map(\.count) == [4, 2] && Set(pages.joined()).count == 6)
  }

  @Test("an export holds the whole list, in CSV or XLSX, and nothing else is accepted")
  func export() async throws {
    let essai = try await centre()
    #expect(await essai.run("dossiers", "--taille", "1", "--export", essai.chemin("l.csv")).code == 0)
    let lines = try String(contentsOfFile: essai.chemin("l.csv"), encoding: .utf8).split(whereSeparator: \.isNewline)
    #expect(lines.count == 7)
    #expect(await essai.run("dossiers", "--export", essai.chemin("l.xlsx")).code == 0)
    #expect(try Data(contentsOf: URL(fileURLWithPath: essai.chemin("l.xlsx"))).starts(with: [0x50, 0x4B]))
    #expect(await essai.run("dossiers", "--export", essai.chemin("l.pdf")).code == 2)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: essai.dossier.path).filter { $0.hasSuffix(".partiel") } == [])
  }
}
