import Convention
import Foundation
import MoteurDEssai
import Preuve
import Registre
import SQLEngine
import Testing

@testable import Centre

@Suite("The journal of a centre that has lived: rebuilt, verified, extracted")
struct JournalTests {
  private func centre() async throws -> CentreDEssai {
    var nuits = try await Nuits(seed: 4)
    try await nuits.vivre(days: 6)
    return nuits.essai
  }

  private func execute(_ essai: CentreDEssai, _ sql: String) async throws {
    try await essai.engine.write { try $0.execute(sql) }
  }

  @Test("projections made again from the journal are the same; changed by hand, they are told and put right")
  func rebuilt() async throws {
    let essai = try await centre()
    let before = try await essai.photographie()
    let first = try await essai.registre.reconstruire()
    #expect(first.identique && first.dossiers > 10)
    try await execute(essai, "UPDATE dossier SET reste = 0 WHERE id = 3; DELETE FROM message; DELETE FROM partage")
    #expect(try await !essai.registre.reconstruire().identique)
    #expect(try await essai.photographie() == before)
  }

  @Test("an intact journal is verified whole")
  func intact() async throws {
    let essai = try await centre()
    let verdict = try await essai.registre.verifier()
    #expect(verdict.estVerifie)
    let rows = try await essai.rows("journal")
    #expect(verdict.evenements == rows && verdict.scelles == rows)
  }

  struct Degat: Sendable, CustomStringConvertible {
    let description: String
    let sql: String
    let codes: Set<Anomalie.Code>
    let position: Int64?
  }

  static let degats: [Degat] = [
    Degat(
      description: "a byte of an event",
      sql: MoteurDEssai.estPostgreSQL
        ? "UPDATE journal SET octets = set_byte(octets, 40, 33) WHERE position = 5"
        : """
        UPDATE journal SET octets = CAST(substr(octets, 1, 40) || X'21' || substr(octets, 42) AS BLOB)
        WHERE position = 5
        """,
      codes: [.altere, .illisible], position: 5),
    Degat(
      description: "a salt",
      sql: "UPDATE journal SET sel = (SELECT sel FROM journal WHERE position = 6) WHERE position = 5",
      codes: [.altere], position: 5),
    Degat(
      description: "a fingerprint",
      sql: "UPDATE journal SET empreinte = (SELECT racine FROM sceau WHERE numero = 1) WHERE position = 5",
      codes: [.altere, .racine],
      position: 5),
    Degat(
      description: "a column", sql: "UPDATE journal SET auteur = 'exploitant:X' WHERE position = 5", codes: [.colonne],
      position: 5),
    Degat(description: "a row removed", sql: "DELETE FROM journal WHERE position = 5", codes: [.absent], position: nil),
    Degat(
      description: "two rows exchanged",
      sql: """
        UPDATE journal SET position = -5 WHERE position = 5; UPDATE journal SET position = 5 WHERE position = 6;
        UPDATE journal SET position = 6 WHERE position = -5
        """, codes: [.deplace, .altere], position: 5),
    Degat(
      description: "the end cut", sql: "DELETE FROM journal WHERE position > (SELECT MAX(position) - 3 FROM journal)",
      codes: [.tronque], position: nil),
    Degat(
      description: "a seal", sql: "UPDATE sceau SET instant = instant + 1 WHERE numero = 1", codes: [.sceau],
      position: nil),
    Degat(
      description: "bytes gone without a purge", sql: "UPDATE journal SET octets = NULL, sel = NULL WHERE position = 5",
      codes: [.purge], position: 5),
  ]

  @Test("each damage is found and named, here and by the Python verifier on the base itself", arguments: degats)
  func damaged(_ degat: Degat) async throws {
    let essai = try await centre()
    try await execute(essai, degat.sql)
    let verdict = try await essai.registre.verifier()
    #expect(!verdict.estVerifie)
    #expect(verdict.anomalies.contains { degat.codes.contains($0.code) }, "\(verdict.anomalies.map(\.texte))")
    if let position = degat.position { #expect(verdict.anomalies.contains { $0.position == position }) }
    // The Python verifier opens an SQLite base; what it does not open, it reads in the exports of both engines.
    guard !MoteurDEssai.estPostgreSQL else { return }
    let python = try Verificateur.verifier(essai.dossier.appendingPathComponent("base.sqlite"))
    #expect(python.code == 1, "\(python.texte)")
  }

  @Test("the proof of a dossier verifies alone, here and in Python; changed by a byte, it does not")
  func extracted() async throws {
    let essai = try await centre()
    let fiches = try await essai.registre.lire { lecture in
      try lecture.dossiers(.exploitant, limit: 3).compactMap { try lecture.fiche($0.id) }
    }
    for fiche in fiches {
      let octets = try await essai.registre.extraire(fiche).octets()
      #expect(try ExtraitDePreuve(fichier: octets).verdict().estVerifie)
      let url = essai.dossier.appendingPathComponent("extrait")
      try Data(octets).write(to: url)
      let good = try Verificateur.verifier(url)
      #expect(good.code == 0, "\(good.texte)")
      var bad = octets
      bad[bad.count / 2] ^= 1
      try Data(bad).write(to: url)
      #expect(try Verificateur.verifier(url).code != 0)
    }
  }
}

/// The verifier that needs neither this program nor its base.
enum Verificateur {
  static func verifier(_ url: URL) throws -> (code: Int32, texte: String) {
    let script = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../../script/verifier-preuve.py")
      .standardizedFileURL
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", script.path, url.path]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}
