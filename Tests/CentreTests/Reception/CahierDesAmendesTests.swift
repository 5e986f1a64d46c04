import Convention
import Foundation
import Interface
import Registre
import Testing

@testable import Centre

@Suite("Amendes : le cahier des charges à la réception (R018, R021–R023)")
struct CahierDesAmendesTests {
  private static func version2(_ changes: [(old: String, new: String)] = []) throws -> Formats {
    let folder = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../../Formats").standardizedFileURL
    var texte = try String(contentsOf: folder.appendingPathComponent("format-2.yaml"), encoding: .utf8)
    for change in changes {
      try #require(texte.contains(change.old))
      texte = texte.replacing(change.old, with: change.new)
    }
    let (formats, faults) = Formats.charger(textes: [("format-2.yaml", texte)])
    #expect(faults == [])
    return formats
  }

  private func recevoir(
    _ formats: Formats, _ champs: [String: String]
  ) async throws -> (CentreDEssai, FichierRecu) {
    let essai = try await CentreDEssai(formats: formats)
    var aller = try Fabrique.aller(lundi, 1, table: formats.table(version: 2))
    aller.demande("A1", champs: champs)
    aller.demande("C1")
    return (essai, try await essai.recevoir("f", try aller.octets(), lundi))
  }

  @Test("fines by file are accepted, in the amicable phase as in judicial recovery with its état (R021, R023)")
  func accepted() async throws {
    let judicial = [
      "categorie_creance": "AMD", "phase": "J", "numero_etat_poursuites": "EP-1",
      "date_etat_poursuites": lundi.compact, "mesure_demandee": "SVT",
    ]
    for champs in [["categorie_creance": "AMD"], judicial] {
      let (essai, fichier) = try await recevoir(try Self.version2(), champs)
      #expect(fichier.statut == "A")
      #expect(try await essai.dossier("A1")?.demande.categorie == "AMD")
    }
  }

  @Test(
    "what the table lets through and the cahier refuses is rejected under the nearest code, and the refusal told (R018, R022)"
  )
  func refused() async throws {
    let cases: [([(old: String, new: String)], [String: String], String)] = [
      (
        [(#"{code: "AMD","#, #"{code: "XXX","#)], ["categorie_creance": "XXX"], "206"
      ),
      (
        [("exige: [numero_etat_poursuites, date_etat_poursuites, mesure_demandee]", "exige: [mesure_demandee]")],
        ["categorie_creance": "AMD", "phase": "J", "mesure_demandee": "SVT"], "201"
      ),
    ]
    for (changes, champs, code) in cases {
      let (essai, fichier) = try await recevoir(try Self.version2(changes), champs)
      #expect(fichier.statut == "P")
      #expect(try await essai.rejets(fichier).map(\.code) == [code])
      #expect(try await essai.dossier("A1") == nil)
      #expect(try await essai.dossier("C1") != nil)
      let incidents = try await essai.registre.lire { try $0.incidents(from: lundi, to: lundi) }
      #expect(incidents.contains { $0.genre == "refus" && $0.texte.contains("A1") && $0.texte.contains("R-") })
    }
  }
}
