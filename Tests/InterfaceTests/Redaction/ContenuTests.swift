import Foundation
import Testing

@testable import Interface

@Suite("Format — decoding to values and back")
struct ContenuTests {
  private func contents(_ octets: [UInt8]) throws -> [Contenu] {
    let (examen, source) = try Examen.of(octets)
    let lecteur = try #require(LecteurDeContenu(examen.ouverture, source))
    var contents: [Contenu] = []
    while let record = try lecteur.next() { contents.append(record.contenu) }
    return contents
  }

  @Test("every record of every sample reads as the expected values", arguments: Echantillons.nommes)
  func decodes(nom: String) throws {
    let expected = try #require(Echantillons.attendu(nom)["contenu"] as? [[String: Any]])
    let read = try contents(Echantillons.octets(nom + ".txt"))
    #expect(read.count == expected.count)
    for (record, wanted) in zip(read, expected) {
      let json = try JSONSerialization.jsonObject(with: Data(record.json.utf8)) as? NSDictionary
      #expect(json == wanted as NSDictionary, "\(record.json)")
    }
  }

  @Test("writing the decoded values again gives the same bytes", arguments: Echantillons.nommes)
  func encodes(nom: String) throws {
    let octets = try Echantillons.octets(nom + ".txt")
    let genre = try #require(Examen.of(octets).0.genre)
    var redacteur = Redacteur(try #require(Formats.tests.table(version: 1)), genre)
    let lines = octets.split(separator: 0x0A)
    for (record, line) in zip(try contents(octets), lines) where record.brut == nil && line.count == 512 {
      try redacteur.write(record, verifie: !nom.hasSuffix("defauts"))
      // Records left out (unknown type, cut line) shift the ranks that follow: bytes 3 to 10 are compared only before them.
      let written = redacteur.take()
      #expect(Array(written.prefix(2)) == Array(line.prefix(2)))
      #expect(Array(written.dropFirst(10)) == Array(line.dropFirst(10)) + [0x0A])
    }
  }

  @Test("a whole file written again is byte for byte the file read, trailer computed", arguments: Echantillons.nommes)
  func wholeFile(nom: String) throws {
    guard !nom.hasPrefix("aller-defauts") else { return }
    let octets = try Echantillons.octets(nom + ".txt")
    let genre = try #require(Examen.of(octets).0.genre)
    var redacteur = Redacteur(try #require(Formats.tests.table(version: 1)), genre)
    for record in try contents(octets) where record.type != "99" {
      try redacteur.write(record, verifie: !nom.hasSuffix("defauts"))
    }
    try redacteur.finish()
    #expect(redacteur.take() == octets)
  }
}
