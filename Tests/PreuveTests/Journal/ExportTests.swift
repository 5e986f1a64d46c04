import Testing

@testable import Preuve

@Suite("Export of the journal")
struct ExportTests {
  private let journal: JournalDEssai

  init() {
    var journal = JournalDEssai(count: 20, perSeal: 6)
    journal.purge(dossier: 2)
    self.journal = journal
  }

  private func verdict(_ octets: [UInt8]) throws -> Verdict {
    var verification = VerificationDExport()
    for line in octets.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast() {
      try verification.add(Array(line))
    }
    return try verification.finish()
  }

  @Test("an export gives the verdict of its journal")
  func same() throws {
    #expect(try verdict(try journal.export()) == journal.verdict)
    #expect(try verdict(try JournalDEssai(count: 0).export()).estVerifie)
  }

  @Test("bytes that are not text are exported all the same, and found altered")
  func notText() throws {
    var damaged = journal
    damaged.lignes[0].octets?[5] = 0xFF
    #expect(try verdict(try damaged.export()).resume == ["ALTERE 1"])
  }

  @Test("lines removed, damaged, or missing at the end are named")
  func damaged() throws {
    let lines = try journal.export().split(separator: UInt8(ascii: "\n"))
    func joined(_ lines: [ArraySlice<UInt8>]) -> [UInt8] { lines.flatMap { $0 + [UInt8(ascii: "\n")] } }
    var damaged = Array(lines)
    damaged.remove(at: 8)
    #expect(try verdict(joined(damaged)).resume == ["ABSENT 5", "RANG 8", "FICHIER 0"])
    damaged = Array(lines)
    damaged[8] = "{".utf8.map { $0 }[...]
    #expect(try verdict(joined(damaged)).resume == ["ABSENT 5", "RANG 8", "FICHIER 0"])
    damaged = lines.dropLast()
    #expect(try verdict(joined(damaged)).resume == ["FICHIER 0"])
    damaged = Array(lines) + [lines[4]]
    #expect(try verdict(joined(damaged)).resume == ["FICHIER 0"])
  }

  @Test("a file that is not an export is refused")
  func foreign() throws {
    for text in ["{}\n", "bonjour\n", "{\"format\":\"centre-serveur/journal/2\",\"sceaux\":0}\n", "", "\n"] {
      #expect(throws: CanonicalFault.self) { try verdict(Array(text.utf8)) }
    }
  }
}
