import Convention
import Foundation
import Interface
import Registre
import Testing

@testable import Centre

@Suite("Stopped at any write and started again, the centre ends in the same state")
struct RepriseTests {
  /// All that a run leaves: base, issued files, receipts.
  private struct Trace {
    var base: [String: [String]]
    var emissions: [String: [UInt8]]
    var recepisses: [String: String]
    var hasStopped: Bool
    var writeCount: Int
  }

  private static func annuaire() throws -> Annuaire {
    try Annuaire.essai { annuaire in
      annuaire.ajouter("E3103", ["31770"], part: 1)
      annuaire.ajouter("E9301", ["93200", "93210"])
      annuaire.postes["031012"]?.courrielGenerique = "t031012@dgfip.example"
    }
  }

  /// Demands of all fates over several batches, an étude that refuses, pays and acts, a designation, two evenings.
  private static func fichiers() throws -> [(nom: String, octets: [UInt8], jour: Jour)] {
    var aller = try Fabrique.aller(lundi, 1)
    for index in 1...5 {
      aller.demande("D\(index)", codebiteurs: index == 4 ? [["qualite_redevable": "99"]] : [])
    }
    aller.demande("AMBIGU", ["code_postal": "", "localite": "SAINT-DENIS"])
    aller.demande("PERDU", ["code_postal": "", "localite": "NULLEPARTVILLE"])
    aller.actualisation("D1", 1, code: "06", ["montant": "500"])
    aller.actualisation("AMBIGU", 1, code: "06", ["montant": "500"])
    aller.demande("D1")
    var etude = try Fabrique.etude("E3101", mardi, 1)
    etude.accuse("D1", 1, statut: "R")
    etude.accuse("D3", 2)
    etude.encaissement("D3", 3, "ENC-1", 40_00)
    etude.encaissement("D3", 4, "ENC-2", 70_00)
    etude.action("D5", 5)
    etude.action("INCONNU", 6)
    return [
      ("aller", try aller.octets(), lundi), ("essai", try essai().octets(), lundi), ("tronque", [0x30, 0x30], lundi),
      ("etude", try etude.octets(), mardi),
    ]
  }

  private static func essai() throws -> Fabrique {
    var essai = try Fabrique.aller(lundi, 1, entete: ["environnement": "T"])
    essai.demande("E1")
    essai.demande("E2", ["code_postal": "", "localite": "NULLEPARTVILLE"])
    return essai
  }

  private func vie(_ target: Int?, _ moment: MoteurFragile.Moment) async throws -> Trace {
    var fragile: MoteurFragile?
    let essai = try await CentreDEssai(annuaire: try RepriseTests.annuaire()) { base in
      let engine = MoteurFragile(base)
      fragile = engine
      return engine
    }
    let engine = try #require(fragile)
    essai.batchSize = 3
    engine.stop(at: target, moment)
    for (index, fichier) in try RepriseTests.fichiers().enumerated() {
      // Killed after its very last write, a reception has nothing left to do.
      try await essai.insister(until: { try await essai.aTout(recu: index + 1) }) {
        try await essai.recevoir(fichier.nom, fichier.octets, fichier.jour)
      }
    }
    try await essai.insister { try await designer(essai) }
    try await essai.insister { try await essai.clore(mercredi) }
    return Trace(
      base: try await essai.photographie(), emissions: try essai.emissions(), recepisses: try essai.recepisses(),
      hasStopped: engine.hasStopped, writeCount: engine.writeCount)
  }

  private func designer(_ essai: CentreDEssai) async throws {
    let quarantaine = try await Quarantaine(try essai.centre(mardi))
    // Already decided before the stop: the evening writes what the étude is still owed.
    guard try await !quarantaine.enAttente().isEmpty else { return }
    try await quarantaine.designer(
      numero: "AMBIGU", etude: try #require(CodeEtude("E9301")), codePostal: CodePostal("93200"))
  }

  @Test(
    "journal with its fingerprints, dossiers, receipts and issued files, byte for byte",
    arguments: MoteurFragile.Moment.allCases)
  func everyWrite(_ moment: MoteurFragile.Moment) async throws {
    let reference = try await vie(nil, moment)
    #expect(reference.emissions.count >= 9)
    for target in 1...reference.writeCount {
      let found = try await vie(target, moment)
      #expect(found.hasStopped)
      for (table, rows) in reference.base where found.base[table] != rows {
        let (missing, extra) = (
          Set(rows).subtracting(found.base[table] ?? []), Set(found.base[table] ?? []).subtracting(rows)
        )
        Issue.record("write \(target), table \(table): without \(missing.sorted()), with \(extra.sorted())")
      }
      #expect(found.emissions == reference.emissions, "write \(target)")
      #expect(found.recepisses == reference.recepisses, "write \(target)")
    }
  }

  @Test(
    "random days stopped every few writes: the same base and files",
    arguments: [(11, 17), (12, 19), (13, 23)] as [(UInt64, Int)])
  func randomDays(_ seed: UInt64, _ period: Int) async throws {
    var calm = try await Nuits(seed: seed)
    try await calm.vivre(days: 8)
    var troubled = try await Nuits(seed: seed, arret: (period, .apres))
    try await troubled.vivre(days: 8)
    try await same(troubled.essai, calm.essai)
  }

  @Test(
    "a transaction that can remember one dossier only gives the same base and files", arguments: [14, 15] as [UInt64])
  func shortMemory(_ seed: UInt64) async throws {
    var usual = try await Nuits(seed: seed)
    try await usual.vivre(days: 8)
    var forgetful = try await Nuits(seed: seed, memoire: 1)
    try await forgetful.vivre(days: 8)
    try await same(forgetful.essai, usual.essai)
  }

  private func same(_ essai: CentreDEssai, _ reference: CentreDEssai) async throws {
    let (expected, found) = (try await reference.photographie(), try await essai.photographie())
    for (table, rows) in expected where found[table] != rows {
      let (missing, extra) = (Set(rows).subtracting(found[table] ?? []), Set(found[table] ?? []).subtracting(rows))
      Issue.record("\(table): without \(missing.sorted()), with \(extra.sorted())")
    }
    #expect(try essai.emissions() == reference.emissions())
    #expect(try essai.recepisses() == reference.recepisses())
  }
}
