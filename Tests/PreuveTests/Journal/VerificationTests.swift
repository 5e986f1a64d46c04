import Testing

@testable import Preuve

@Suite("Verification of a whole journal")
struct VerificationTests {
  private let journal = JournalDEssai(count: 20, perSeal: 6)

  @Test("an untouched journal is verified, its unsealed tail counted")
  func whole() {
    let verdict = journal.verdict
    #expect(verdict.estVerifie)
    #expect(verdict.anomalies == [])
    #expect((verdict.evenements, verdict.scelles, verdict.sceaux, verdict.purges) == (20, 18, 3, 0))
    #expect(verdict.dernierSceau?.numero == 3)
    #expect(JournalDEssai(count: 0).verdict.estVerifie)
  }

  @Test("any byte changed in any event is found at its position", arguments: [1, 6, 7, 13, 20])
  func altered(position: Int) throws {
    let octets = try #require(journal.lignes[position - 1].octets)
    for index in octets.indices {
      var damaged = journal
      damaged.lignes[position - 1].octets = flipped(octets, at: index)
      #expect(damaged.verdict.resume == ["ALTERE \(position)"])
    }
  }

  @Test("a changed salt or fingerprint is found at its position; the fingerprint also breaks its seal")
  func saltAndFingerprint() throws {
    var damaged = journal
    let sel = try #require(journal.lignes[8].sel)
    damaged.lignes[8].sel = Sel(flipped(sel.octets, at: 3))
    #expect(damaged.verdict.resume == ["ALTERE 9"])
    damaged = journal
    damaged.lignes[8].empreinte = try #require(Empreinte(flipped(journal.lignes[8].empreinte.octets, at: 31)))
    #expect(damaged.verdict.resume == ["RACINE 7", "ALTERE 9"])
    damaged = journal
    damaged.lignes[19].empreinte = try #require(Empreinte(flipped(journal.lignes[19].empreinte.octets, at: 0)))
    #expect(damaged.verdict.resume == ["ALTERE 20"])
  }

  @Test("a column that no longer says what the bytes say is named")
  func columns() {
    let changes: [(String, @Sendable (inout LigneDuJournal) -> Void, [String])] = [
      ("genre", { $0.genre = "DossierRemis" }, ["RACINE 7", "COLONNE 10"]),
      ("instant", { $0.instant += 1 }, ["RACINE 7", "COLONNE 10"]),
      ("jour", { $0.jour = "2026-03-03" }, ["COLONNE 10"]),
      ("auteur", { $0.auteur = "centre" }, ["COLONNE 10"]),
      ("ligne", { $0.ligne = 11 }, ["COLONNE 10"]),
      ("fichier", { $0.fichier = 1 }, ["COLONNE 10"]),
    ]
    for (column, change, expected) in changes {
      var damaged = journal
      change(&damaged.lignes[9])
      let verdict = damaged.verdict
      #expect(verdict.resume == expected)
      #expect(verdict.anomalies.last?.texte.contains("« \(column) »") == true)
    }
  }

  @Test("a removed event is named by its position, and by the rank that its dossier lacks")
  func removed() {
    var damaged = journal
    damaged.lignes.remove(at: 9)
    #expect(damaged.verdict.resume == ["ABSENT 10", "RANG 13"])
    damaged.lignes.removeSubrange(3..<9)
    let verdict = damaged.verdict
    #expect(verdict.resume == ["ABSENT 4", "RANG 11", "RANG 12", "RANG 13"])
    #expect(verdict.anomalies.first?.texte == "positions 4 à 10 : 7 événements absents")
  }

  @Test("events whose positions were exchanged are named, with where they come from")
  func moved() {
    var damaged = journal
    damaged.lignes.swapAt(9, 10)
    (damaged.lignes[9].position, damaged.lignes[10].position) = (10, 11)
    let verdict = damaged.verdict
    #expect(verdict.resume == ["RACINE 7", "DEPLACE 10", "DEPLACE 11"])
    #expect(verdict.anomalies[1].texte.hasSuffix("scellé à la position 11"))
  }

  @Test("events read in another order, or twice, are named")
  func disorder() {
    var damaged = journal
    damaged.lignes.swapAt(9, 10)
    #expect(damaged.verdict.resume == ["DESORDRE 10"])
    damaged = journal
    damaged.lignes.insert(journal.lignes[3], at: 12)
    #expect(damaged.verdict.resume == ["DESORDRE 4", "RANG 4"])
  }

  @Test("a journal cut before the end of its last seal is named; its unsealed tail cannot be missed")
  func truncated() {
    var damaged = journal
    damaged.lignes.removeLast(2)
    #expect(damaged.verdict.resume == [])
    damaged.lignes.removeLast()
    let verdict = damaged.verdict
    #expect(verdict.resume == ["TRONQUE 18"])
    #expect(verdict.anomalies.first?.texte == "le journal s'arrête à la position 17 et le sceau n° 3 va jusqu'à 18")
  }

  @Test("a rewritten event, its fingerprint made right again, no longer fits its seal nor its dossier")
  func rewritten() throws {
    var damaged = journal
    let old = journal.lignes[9]
    let octets = try #require(old.octets).map { $0 == UInt8(ascii: "L") ? UInt8(ascii: "l") : $0 }
    let sel = try #require(old.sel)
    damaged.lignes[9].octets = octets
    damaged.lignes[9].empreinte = Empreinte(position: 10, dossier: old.dossier, sel: sel, octets: octets)
    #expect(damaged.verdict.resume == ["RACINE 7", "CHAINE 13"])
  }

  @Test("a seal stops before a hole of the journal, and says where it is")
  func hole() {
    var damaged = journal
    damaged.lignes.remove(at: 19 - 1)
    var scelleur = Scelleur(apres: damaged.sceaux.last)
    for row in damaged.lignes.dropFirst(18) { scelleur.add(row.feuille) }
    #expect(scelleur.absente == 19)
    #expect(scelleur.sceau(instant: 0) == nil)
  }

  @Test("seals: changed, removed, out of order")
  func seals() {
    var damaged = journal
    damaged.sceaux[1].instant += 1
    #expect(damaged.verdict.resume == ["SCEAU 2"])
    damaged = journal
    damaged.sceaux.remove(at: 1)
    #expect(damaged.verdict.resume == ["SCEAU 3"])
    damaged = journal
    damaged.sceaux.removeFirst()
    #expect(damaged.verdict.resume == ["SCEAU 2"])
    damaged = journal
    damaged.sceaux[1].racine = .nulle
    damaged.sceaux[1].empreinte = damaged.sceaux[1].empreinteCalculee
    #expect(damaged.verdict.resume == ["RACINE 7", "SCEAU 3"])
  }
}

@Suite("Purge of a dossier")
struct PurgeTests {
  @Test("a purged dossier is counted, not faulty, and its seals still verify")
  func purged() {
    var journal = JournalDEssai(count: 20, perSeal: 6)
    journal.purge(dossier: 2)
    journal.append(dossier: 3, genre: "ActionEngagee")
    journal.seal()
    let verdict = journal.verdict
    #expect(verdict.anomalies == [])
    #expect((verdict.purges, verdict.evenements, verdict.scelles) == (7, 22, 22))
    #expect(verdict.texte.hasPrefix("VÉRIFIÉ — 22 événement(s) dont 7 purgé(s)"))
  }

  @Test("bytes gone without their purge event, with another author, or in part, are faults")
  func unaccounted() {
    var journal = JournalDEssai(count: 12, perSeal: 6)
    journal.purge(dossier: 2, recording: false)
    #expect(journal.verdict.resume == ["PURGE 2"])
    journal = JournalDEssai(count: 12, perSeal: 6)
    journal.purge(dossier: 2)
    journal.lignes[4].purgePar = "exploitant:B"
    #expect(journal.verdict.resume == ["PURGE 5"])
    journal = JournalDEssai(count: 12, perSeal: 6)
    journal.lignes[4].sel = nil
    #expect(journal.verdict.resume == ["PURGE 5"])
    journal = JournalDEssai(count: 12, perSeal: 6)
    journal.lignes[4].purgePar = "exploitant:A"
    #expect(journal.verdict.resume == ["PURGE 5"])
  }

  @Test("what remains of a purged event is still protected by its seal")
  func remains() {
    var journal = JournalDEssai(count: 12, perSeal: 6)
    journal.purge(dossier: 2)
    journal.lignes[4].instant += 1
    #expect(journal.verdict.resume == ["RACINE 1"])
  }

  @Test("the salt cannot be found again once the secret was replaced, and is the same as long as it was not")
  func salts() throws {
    let secret = Secret(Array(0..<32))
    let octets = Array("{}".utf8)
    #expect(Sel(secret: secret, position: 1, octets: octets) == Sel(secret: secret, position: 1, octets: octets))
    #expect(Sel(secret: secret, position: 1, octets: octets) != Sel(secret: secret, position: 2, octets: octets))
    #expect(
      Sel(secret: secret, position: 1, octets: octets) != Sel(secret: secret.suivant, position: 1, octets: octets))
    #expect(secret.suivant.octets.count == 32)
  }
}
