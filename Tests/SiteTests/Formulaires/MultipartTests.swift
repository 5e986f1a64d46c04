import Testing

@testable import Site

@Suite("Formulaires qui portent des fichiers")
struct MultipartTests {
  private let type = "multipart/form-data; boundary=----limite7"

  private func corps(_ parties: [(entete: String, contenu: [UInt8])]) -> [UInt8] {
    var octets: [UInt8] = []
    for partie in parties {
      octets += Array("------limite7\r\n\(partie.entete)\r\n\r\n".utf8) + partie.contenu + Array("\r\n".utf8)
    }
    return octets + Array("------limite7--\r\n".utf8)
  }

  private func champ(_ nom: String, _ valeur: String) -> (entete: String, contenu: [UInt8]) {
    ("Content-Disposition: form-data; name=\"\(nom)\"", Array(valeur.utf8))
  }

  private func fichier(_ nom: String, _ octets: [UInt8]) -> (entete: String, contenu: [UInt8]) {
    (
      "Content-Disposition: form-data; name=\"fichier\"; filename=\"\(nom)\"\r\nContent-Type: application/octet-stream",
      octets
    )
  }

  private func lire(_ octets: [UInt8], _ type: String? = nil) throws -> Formulaire {
    try Formulaire(octets: octets, type: type ?? self.type)
  }

  @Test("fields and files are read as they were sent, whatever their bytes")
  func read() throws {
    let bytes: [UInt8] = [0, 13, 10, 45, 45, 255, 13, 10, 45, 45, 45, 13, 10]
    let formulaire = try lire(
      corps([champ("jeton", "a=b&c"), fichier("ET é%22.txt", bytes), champ("vide", ""), champ("nom", "L’Hostis\r\n")]))
    #expect(formulaire["jeton"] == "a=b&c")
    #expect(formulaire["nom"] == "L’Hostis")
    #expect(formulaire.brut("vide").isEmpty && formulaire.champs.count == 3)
    #expect(formulaire.fichiers == [.init(champ: "fichier", nom: "ET é\".txt", octets: bytes)])
  }

  @Test("an empty file keeps its name; no file chosen is no file")
  func empty() throws {
    #expect(
      try lire(corps([fichier("rien.csv", [])])).fichiers == [.init(champ: "fichier", nom: "rien.csv", octets: [])])
    #expect(try lire(corps([fichier("", [])])).fichiers.isEmpty)
    #expect(try lire(corps([])).champs.isEmpty)
  }

  @Test(
    "a type without a boundary, or with one that is none, is refused",
    arguments: [
      "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=a b",
      "multipart/form-data; boundary=\(String(repeating: "a", count: 71))", "multipart/mixed; boundary=----limite7", "",
    ])
  func noBoundary(_ type: String) {
    #expect(throws: FauteDePage.formulaireIllisible) { try lire(corps([champ("a", "1")]), type) }
  }

  @Test("a body cut anywhere before its end is refused: nothing is read of half a form")
  func cut() throws {
    let whole = corps([champ("a", "1"), fichier("f.txt", Array("contenu".utf8))])
    // The last end of line may be missing, and nothing else.
    #expect(try lire(Array(whole.dropLast(2)))["a"] == "1")
    for length in 0..<whole.count - 2 {
      #expect(throws: FauteDePage.formulaireIllisible) { try lire(Array(whole.prefix(length))) }
    }
  }

  @Test("2 000 parts are read, 2 001 refused; a header of 4 kB is read, a longer one refused; so with a field of 64 kB")
  func bounds() throws {
    let parts = Array(repeating: champ("a", "1"), count: Multipart.limiteDeParties)
    #expect(try lire(corps(parts)).champs.count == 2_000)
    #expect(throws: FauteDePage.formulaireIllisible) { try lire(corps(parts + [champ("a", "1")])) }
    // CR LF before the header and two after it belong to the 4 kB.
    let fixed = champ("", "").entete.utf8.count + 6
    let name = String(repeating: "n", count: Multipart.limiteDEnTete - fixed)
    #expect(try lire(corps([champ(name, "1")]))[name] == "1")
    #expect(throws: FauteDePage.formulaireIllisible) { try lire(corps([champ(name + "n", "1")])) }
    let value = String(repeating: "v", count: Multipart.limiteDeChamp)
    #expect(try lire(corps([champ("v", value)]))["v"] == value)
    #expect(throws: FauteDePage.formulaireIllisible) { try lire(corps([champ("v", value + "v")])) }
  }

  @Test("a part that is not of a form, or has no name, is refused")
  func nameless() {
    for header in ["Content-Type: text/plain", "Content-Disposition: form-data", "Content-Disposition: attachment"] {
      #expect(throws: FauteDePage.formulaireIllisible) { try lire(corps([(header, [])])) }
    }
  }

  @Test("whatever is written is read back the same: 500 random forms")
  func roundTrip() throws {
    var generator = SplitMix(state: 42)
    for _ in 0..<500 {
      let contents = (0..<Int(generator.next() % 5)).map { _ in
        (0..<Int(generator.next() % 60)).map { _ in [13, 10, 45, 65, 108][Int(generator.next() % 5)] as UInt8 }
      }
      let read = try lire(corps(contents.map { fichier("f", $0) }))
      #expect(read.fichiers.map(\.octets) == contents)
    }
  }

  @Test("random bytes, and forms with a byte changed, are read or refused, never worse: 3 000 bodies")
  func fuzz() throws {
    var generator = SplitMix(state: 2_026)
    let sound = corps([champ("a", "1"), fichier("f.txt", Array("contenu".utf8))])
    let alphabet = Array("\r\n-limite7:;=\" nameform".utf8) + [0, 255]
    for round in 0..<3_000 {
      var bytes = sound
      if round % 2 == 0 {
        bytes = (0..<Int(generator.next() % 80)).map { _ in alphabet[Int(generator.next() % UInt64(alphabet.count))] }
      } else {
        for _ in 0..<Int(generator.next() % 3) + 1 {
          bytes[Int(generator.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: generator.next())
        }
      }
      let read = try? lire(bytes)
      #expect((read?.fichiers.reduce(0) { $0 + $1.octets.count } ?? 0) <= bytes.count)
    }
  }
}
