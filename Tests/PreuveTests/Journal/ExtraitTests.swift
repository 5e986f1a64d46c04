import Testing

@testable import Preuve

@Suite("Proof of one dossier")
struct ExtraitTests {
  private let journal: JournalDEssai

  init() {
    var journal = JournalDEssai(count: 40, dossiers: 5, perSeal: 7)
    journal.append(dossier: 2, genre: "EncaissementConstate")
    self.journal = journal
  }

  @Test("the proof of each dossier verifies after a journey through its file", arguments: 1...5 as ClosedRange<Int64>)
  func roundTrip(dossier: Int64) throws {
    let extrait = journal.extrait(dossier: dossier)
    let read = try ExtraitDePreuve(fichier: try extrait.octets())
    #expect(read == extrait)
    let verdict = read.verdict()
    #expect(verdict.anomalies == [])
    #expect(verdict.evenements == (dossier == 2 ? 9 : 8))
    #expect(verdict.scelles == read.evenements.count { $0.journal.position <= 35 })
  }

  @Test("a proof holds nobody else's data")
  func confidentiality() throws {
    var journal = JournalDEssai(count: 6)
    journal.append(dossier: 1, genre: "ConstatEtabli", texte: "Dupont")
    journal.seal()
    let others = String(decoding: try journal.extrait(dossier: 2).octets(), as: UTF8.self)
    #expect(!others.contains("Dupont"))
    #expect(try String(decoding: journal.extrait(dossier: 1).octets(), as: UTF8.self).contains("Dupont"))
  }

  @Test("an event changed, removed, added from elsewhere, a seal or a path changed: found and named")
  func damaged() throws {
    let good = journal.extrait(dossier: 2)
    var extrait = good
    extrait.evenements[1].journal.octets = flipped(try #require(extrait.evenements[1].journal.octets), at: 60)
    #expect(extrait.verdict().resume == ["ALTERE 7"])
    extrait = good
    extrait.evenements.remove(at: 2)
    #expect(extrait.verdict().resume == ["RANG 17", "ABSENT 0"])
    extrait.nombre -= 1
    #expect(extrait.verdict().resume == ["RANG 17"])
    extrait = good
    extrait.evenements[3].chemin?[0] = .nulle
    #expect(extrait.verdict().resume == ["CHEMIN 17"])
    extrait = good
    extrait.evenements[3].chemin = nil
    #expect(extrait.verdict().resume == ["CHEMIN 17"])
    extrait = good
    extrait.evenements[3].sceau = 99
    #expect(extrait.verdict().resume == ["CHEMIN 17"])
    extrait = good
    extrait.sceaux[1].racine = .nulle
    #expect(extrait.verdict().resume == ["CHEMIN 12", "SCEAU 2"])
    extrait = good
    extrait.dossier = 3
    #expect(extrait.verdict().anomalies.count == 9)
  }

  @Test("the last events may be missing without a trace, except by the number that the proof declares")
  func truncated() {
    var extrait = journal.extrait(dossier: 2)
    extrait.evenements.removeLast()
    #expect(extrait.verdict().resume == ["ABSENT 0"])
    extrait.nombre -= 1
    #expect(extrait.verdict().estVerifie)
  }

  @Test("a purged dossier's proof says purged")
  func purged() {
    var journal = journal
    journal.purge(dossier: 4)
    let verdict = journal.extrait(dossier: 4).verdict()
    #expect(verdict.anomalies == [])
    #expect(verdict.purges == 8)
  }

  @Test("numbers at the end of their range are refused without a crash", arguments: [.min, .max] as [Int64])
  func extremes(number: Int64) throws {
    let changes: [(inout ExtraitDePreuve) -> Void] = [
      { $0.evenements[1].journal.position = number }, { $0.evenements[1].journal.rang = number },
      { $0.evenements[1].journal.instant = number }, { $0.sceaux[1].numero = number },
      { $0.sceaux[1].premiere = number }, { $0.sceaux[1].derniere = number }, { $0.nombre = number },
      { $0.evenements[1].sceau = number }, { $0.dossier = number },
    ]
    for change in changes {
      var extrait = journal.extrait(dossier: 2)
      change(&extrait)
      #expect(!extrait.verdict().estVerifie)
      var damaged = journal
      damaged.lignes = damaged.lignes.map { row in
        extrait.evenements.first { $0.journal.empreinte == row.empreinte }?.journal ?? row
      }
      damaged.sceaux.replaceSubrange(0..<extrait.sceaux.count, with: extrait.sceaux)
      _ = damaged.verdict
      #expect(!damaged.extrait(dossier: 2).verdict().estVerifie || damaged.verdict.estVerifie)
    }
  }

  @Test("random changes of a proof's file are refused or found", arguments: 0..<20 as Range<UInt64>)
  func fuzz(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let octets = try journal.extrait(dossier: 3).octets()
    for _ in 0..<20 {
      let index = Int.random(in: 0..<octets.count - 1, using: &generator)
      let damaged = flipped(octets, at: index, bit: 1 << UInt8.random(in: 0...7, using: &generator))
      guard let extrait = try? ExtraitDePreuve(fichier: damaged) else { continue }
      #expect(!extrait.verdict().estVerifie, "octet \(index)")
    }
  }
}
