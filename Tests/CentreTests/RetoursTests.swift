import Convention
import Foundation
import Testing

@testable import Centre

@Suite("The return samples, issued by a centre that received their files day by day")
struct RetoursTests {
  private struct Attendu: Decodable {
    struct Recu: Decodable {
      let fichier: String
      let jour: String
    }
    struct Fichier: Decodable {
      let genre: String
      let sequence: Int
    }
    let fichier: Fichier
    let a_partir_de: [Recu]
    let champs_variables: [String]
  }

  @Test(
    "outside the variable fields, the bytes are those of the sample",
    arguments: [
      "retour-informations-1", "retour-informations-2", "retour-informations-3", "retour-informations-4",
      "retour-informations-accuses", "retour-informations-etude", "retour-recouvrement", "retour-recouvrement-2",
      "aller-etude",
    ])
  func sample(_ nom: String) async throws {
    let attendu = try Echantillons.json(Attendu.self, "\(nom).expected.json")
    let essai = try await CentreDEssai()
    var last = Jour(2026, 3, 2)
    for recu in attendu.a_partir_de {
      let jour = try #require(Jour(iso: recu.jour))
      if jour != last { try await essai.clore(last) }
      try await essai.recevoir(Echantillons.url(recu.fichier), jour)
      last = jour
    }
    try await essai.clore(last)
    let expected = try Echantillons.octets("\(nom).txt")
    let etude = nom.hasSuffix("etude")
    let middle = nom == "aller-etude" ? "HELIOS.031.E3101" : etude ? "-.-.E3101" : "HELIOS.031"
    let number = String(format: "%06d", attendu.fichier.sequence)
    let header = String(decoding: expected.prefix(100), as: UTF8.self)
    let day = header.dropFirst(71).prefix(8)
    let found = try #require(try essai.emis("\(attendu.fichier.genre).\(middle).\(day).\(number)"))
    try compare(found, expected, attendu.champs_variables, attendu.fichier.genre)
  }

  /// Byte by byte, the places of the variable fields apart.
  private func compare(_ found: [UInt8], _ expected: [UInt8], _ variables: [String], _ genre: String) throws {
    let table = try #require(CentreDEssai.formats.table(version: 1))
    let kind = try #require(table.genre(code: genre))
    let left = found.split(separator: 0x0A)
    let right = expected.split(separator: 0x0A)
    #expect(left.count == right.count)
    for (mine, sample) in zip(left, right) {
      let code = String(decoding: sample.prefix(2), as: UTF8.self)
      let hidden = (kind.type(code)?.champs ?? []).filter { variables.contains($0.nom) || $0.type == .reserve }
      func visible(_ record: ArraySlice<UInt8>) -> [UInt8] {
        record.enumerated().map { offset, byte in
          hidden.contains { $0.debut <= offset + 1 && offset + 1 <= $0.fin } ? 0x20 : byte
        }
      }
      let (a, b) = (visible(mine), visible(sample))
      #expect(a == b, "\(String(decoding: a, as: UTF8.self))\n\(String(decoding: b, as: UTF8.self))")
    }
  }
}
