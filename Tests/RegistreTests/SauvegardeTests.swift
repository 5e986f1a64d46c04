import Convention
import Foundation
import MoteurDEssai
import SQLEngine
import Testing

@testable import Registre

@Suite("A base kept in a file and made again from it")
struct SauvegardeTests {
  /// A base of seven dossiers, sealed, an empty one beside it, and a folder that goes away with the test.
  private struct Banc {
    let dossier: URL
    let essai: RegistreDEssai
    let autre: any SQLEngine

    init() async throws {
      dossier = FileManager.default.temporaryDirectory.appendingPathComponent("sauvegarde-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: dossier, withIntermediateDirectories: true)
      let bases = try await MoteurDEssai.jumelles(dans: dossier)
      essai = try await RegistreDEssai(bases[0], dossier)
      autre = bases[1]
      _ = try await essai.registre.ecrire { try $0.inscrire(RegistreDEssai.recu(1)) }
      for rang in 1...7 { try await essai.creer("D\(rang)", etude: rang % 3 == 0 ? nil : "E3101") }
      _ = try await essai.registre.sceller(instant: Instant(RegistreDEssai.jour, heure: 20))
    }

    var fichier: String { dossier.appendingPathComponent("base").path }
  }

  @Test("restored, it is the same base, value by value, its journal verified to its seal; and it goes on")
  func same() async throws {
    let banc = try await Banc()
    let bilan = try await banc.essai.registre.sauvegarder(dans: banc.fichier)
    #expect(bilan.montant == Montant(cents: 700_00) && bilan.sceau != nil && bilan.schema == Migrations.all.count)
    let verdict = try await Registre.restaurer(banc.autre, de: banc.fichier, attendu: bilan)
    #expect(verdict.estVerifie && verdict.scelles == verdict.evenements && verdict.evenements == 14)
    #expect(
      try await MoteurDEssai.photographie(banc.autre) == MoteurDEssai.photographie(banc.essai.engine))
    let again = try await Registre(banc.autre) { [] }
    _ = try await again.ecrire { try $0.inscrire(RegistreDEssai.recu(2)) }
  }

  @Test("what is written meanwhile is in all of the backup or in none of it")
  func oneMoment() async throws {
    let banc = try await Banc()
    let registre = banc.essai.registre
    async let writing: Void = {
      for sequence in Int64(2)...40 { _ = try await registre.ecrire { try $0.inscrire(RegistreDEssai.recu(sequence)) } }
    }()
    let bilan = try await registre.sauvegarder(dans: banc.fichier)
    try await writing
    _ = try await Registre.restaurer(banc.autre, de: banc.fichier, attendu: bilan)
  }

  @Test("a base that has something already is refused and left as it is")
  func occupied() async throws {
    let banc = try await Banc()
    let bilan = try await banc.essai.registre.sauvegarder(dans: banc.fichier)
    let before = try await MoteurDEssai.photographie(banc.essai.engine)
    let fault = await #expect(throws: SQLFault.self) {
      try await Registre.restaurer(banc.essai.engine, de: banc.fichier, attendu: bilan)
    }
    #expect(fault?.kind == .schema)
    #expect(try await MoteurDEssai.photographie(banc.essai.engine) == before)
  }

  @Test("another base than the one that was told is not accepted")
  func another() async throws {
    let banc = try await Banc()
    let before = try await banc.essai.registre.sauvegarder(dans: banc.fichier + "-avant")
    _ = try await banc.essai.registre.ecrire { try $0.inscrire(RegistreDEssai.recu(2)) }
    _ = try await banc.essai.registre.sauvegarder(dans: banc.fichier)
    await #expect(throws: FauteDeSauvegarde.differente) {
      try await Registre.restaurer(banc.autre, de: banc.fichier, attendu: before)
    }
  }

  @Test("cut or damaged in the middle, the file is refused and the new base stays empty", arguments: [true, false])
  func damaged(isCut: Bool) async throws {
    let banc = try await Banc()
    let bilan = try await banc.essai.registre.sauvegarder(dans: banc.fichier)
    let url = URL(fileURLWithPath: banc.fichier)
    var octets = try Data(contentsOf: url)
    if isCut {
      octets = octets.prefix(octets.count / 2)
    } else {
      for offset in octets.count / 2..<octets.count / 2 + 6_000 where offset < octets.count { octets[offset] ^= 0xFF }
    }
    try octets.write(to: url)
    await #expect(throws: SQLFault.self) {
      try await Registre.restaurer(banc.autre, de: banc.fichier, attendu: bilan)
    }
    #expect(try await MoteurDEssai.photographie(banc.autre).isEmpty)
  }
}
