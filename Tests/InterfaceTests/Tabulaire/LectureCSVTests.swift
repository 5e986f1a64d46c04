import Foundation
import Testing

@testable import Interface

@Suite("Tabulaire — CSV reading")
struct LectureCSVTests {
  private func rows(_ text: String) throws -> [[String]] { try rows(Array(text.utf8)) }
  private func rows(_ octets: [UInt8]) throws -> [[String]] {
    try Feuille(octets: octets).lignes.map { $0.cellules.map(\.texte) }
  }

  @Test("the separator is found, whatever else the cells hold", arguments: [";", ",", "\t"])
  func separators(separator: String) throws {
    let lines =
      ["a", "b c", "d"].joined(separator: separator) + "\n" + ["1", "x y", ""].joined(separator: separator)
    #expect(try rows(lines) == [["a", "b c", "d"], ["1", "x y", ""]])
  }

  @Test("decimal commas do not pass for separators")
  func decimalCommas() throws {
    #expect(
      try rows("Nom;Montant\nA;1,50\nB;2,50\n") == [["Nom", "Montant"], ["A", "1,50"], ["B", "2,50"]])
  }

  @Test("quoted cells keep separators, doubled quotes and line breaks; the rank counts rows, not lines")
  func quotes() throws {
    let feuille = try Feuille(octets: Array("a;b\r\n\"x;\"\"y\"\"\r\nz\";2\r\n\r\n3;4".utf8))
    #expect(feuille.lignes.map(\.rang) == [1, 2, 4])
    #expect(feuille.lignes[1][0] == .texte("x;\"y\"\r\nz"))
    #expect(feuille.lignes[2][1] == .texte("4"))
  }

  @Test("a line `sep=,` is obeyed, and the ranks of the others stay")
  func announcedSeparator() throws {
    let feuille = try Feuille(octets: Array("sep=,\r\na;b,c\r\n1;2,3".utf8))
    #expect(feuille.lignes.map(\.rang) == [2, 3])
    #expect(feuille.lignes[0][0] == .texte("a;b"))
  }

  @Test("one encoding after the other gives the same accents")
  func encodings() throws {
    let expected = [["Prénom", "Cœur €"]]
    let head: [UInt8] = [0x50, 0x72, 0xE9, 0x6E, 0x6F, 0x6D, 0x3B, 0x43]
    #expect(try rows("Prénom;Cœur €") == expected)
    #expect(try rows([0xEF, 0xBB, 0xBF] + Array("Prénom;Cœur €".utf8)) == expected)
    #expect(try rows(head + [0x9C, 0x75, 0x72, 0x20, 0x80]) == expected, "Windows-1252")
    #expect(try rows(head + [0xBD, 0x75, 0x72, 0x20, 0xA4]) == expected, "ISO-8859-15")
    let utf16 = "Prénom;Cœur €".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try rows([0xFF, 0xFE] + utf16) == expected, "UTF-16")
  }

  @Test("what is no CSV gets one sentence that says what and where")
  func refusals() {
    #expect(refusal(of: []) == "Le fichier est vide.")
    #expect(refusal(of: [0x20, 0x0D, 0x0A]) == "Le fichier est vide.")
    #expect(
      refusal(of: Array("a;b\n1;\"x\n2;3\n".utf8))?.hasPrefix("Ligne 2, colonne B : un guillemet") == true)
    #expect(refusal(of: Array("a;\"".utf8))?.hasPrefix("Ligne 1, colonne B") == true)
    #expect(refusal(of: Array("a;\"b\"\"".utf8))?.hasPrefix("Ligne 1, colonne B") == true)
    #expect(refusal(of: [1, 0, 2])?.contains("octets nuls") == true)
    #expect(refusal(of: [0xD0, 0xCF, 0x11, 0xE0, 1])?.contains("mot de passe") == true)
    #expect(refusal(of: Array("%PDF-1.7".utf8))?.contains("PDF") == true)
    #expect(refusal(of: Array("é;1\n".utf8) + [0x92, 0x0A])?.contains("mélange deux codages") == true)
  }

  @Test("each bound admits its last value and refuses the next")
  func bounds() {
    let octets = Array("a;b\n1;22\n".utf8)
    func sentence(_ change: (inout BornesTabulaires) -> Void) -> String? {
      var bornes = BornesTabulaires()
      change(&bornes)
      return refusal(of: octets, bornes: bornes)
    }
    #expect(sentence { $0.byteCount = 9 } == nil)
    #expect(sentence { $0.byteCount = 8 }?.contains("dépasse les 8 octets") == true)
    #expect(sentence { $0.rowCount = 2 } == nil)
    #expect(sentence { $0.rowCount = 1 }?.contains("dépasse 1 lignes") == true)
    #expect(sentence { $0.columnCount = 2 } == nil)
    #expect(sentence { $0.columnCount = 1 }?.contains("plus de 1 colonnes") == true)
    #expect(sentence { $0.cellByteCount = 2 } == nil)
    #expect(sentence { $0.cellByteCount = 1 }?.contains("Ligne 2, colonne B") == true)
  }

  @Test("a file is read by its path; one too large is refused before it is read")
  func files() throws {
    let place = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).csv").path
    defer { try? FileManager.default.removeItem(atPath: place) }
    #expect(throws: FauteTabulaire.self) { try Feuille(fichier: place) }
    try Data("a;b\n".utf8).write(to: URL(fileURLWithPath: place))
    #expect(try Feuille(fichier: place).lignes.count == 1)
    // Two gigabytes of nothing: a hole on disk.
    #expect(truncate(place, 2 << 30) == 0)
    #expect(throws: FauteTabulaire("Le fichier dépasse les 67108864 octets admis : partagez-le en plusieurs.")) {
      try Feuille(fichier: place)
    }
    #expect(throws: FauteTabulaire.self) { try Feuille(fichier: NSTemporaryDirectory()) }
  }
}
