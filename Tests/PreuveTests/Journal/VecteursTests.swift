import Foundation
import Testing

@testable import Preuve

@Suite("Vectors of docs/preuve.md")
struct VecteursTests {
  private var journal: JournalDEssai {
    var journal = JournalDEssai(count: 3, dossiers: 2)
    journal.seal()
    journal.purge(dossier: 2)
    journal.seal()
    return journal
  }

  private func page() throws -> String {
    try String(contentsOf: Depot.fichier("docs/preuve.md"), encoding: .utf8)
  }

  @Test("the export printed on the page is the one this module writes, and it verifies")
  func export() throws {
    let export = String(decoding: try journal.export(), as: UTF8.self)
    let isPrinted = try page().contains("```json\n" + export + "```")
    #expect(isPrinted, "\(export)")
    #expect(journal.verdict.estVerifie)
  }

  @Test("the values printed on the page are the ones this module computes")
  func values() throws {
    let page = try page()
    var original = JournalDEssai(count: 3, dossiers: 2)
    original.seal()
    let octets = try #require(original.lignes[0].octets)
    let values = [
      "SHA256(octets) de la position 1": Empreinte(of: octets).hexadecimal,
      "feuille de la position 1": original.lignes[0].feuille.hachage.hexadecimal,
      "feuille de la position 2": original.lignes[1].feuille.hachage.hexadecimal,
      "feuille de la position 3": original.lignes[2].feuille.hachage.hexadecimal,
      "nœud des positions 1 et 2": Merkle.noeud(
        original.lignes[0].feuille.hachage, original.lignes[1].feuille.hachage
      ).hexadecimal,
      "secret suivant": Empreinte(Secret(Array(0..<32)).suivant.octets)?.hexadecimal ?? "",
    ]
    for (name, value) in values {
      let line = "| \(name) | `\(value)` |"
      let isPrinted = page.contains(line)
      #expect(isPrinted, "\(line)")
    }
    #expect(original.sceaux == Array(journal.sceaux.prefix(1)))
  }
}
