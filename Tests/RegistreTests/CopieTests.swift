import Convention
import Foundation
import MoteurDEssai
import SQLEngine
import SQLiteEngine
import Testing

@testable import Registre

@Suite("Une base copiée dans une autre")
struct CopieTests {
  private func arrivee() throws -> (any SQLEngine, URL) {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("copie-\(UUID().uuidString).sqlite")
    return (try SQLiteEngine(path: url.path), url)
  }

  private func essai() async throws -> RegistreDEssai {
    let essai = try await RegistreDEssai()
    _ = try await essai.registre.ecrire { try $0.inscrire(RegistreDEssai.recu(1)) }
    for rang in 1...7 { try await essai.creer("D\(rang)", etude: rang % 3 == 0 ? nil : "E3101") }
    return essai
  }

  @Test("a pipe that is left half full ends without harm")
  func halfFull() throws {
    let tuyau = Tuyau()
    try tuyau.envoyer(.init(total: 3))
    tuyau.couper()
    #expect(throws: Tuyau.Coupe.self) { try tuyau.suivant() }
    let left = Tuyau()
    try left.envoyer(.init(total: 3))
  }

  @Test("the schema is read whole from its migrations: each table, its columns, its key")
  func schema() {
    let tables = TableDuSchema.toutes()
    #expect(tables.count == 35, "\(tables.map(\.nom))")
    let incomplete = tables.filter { $0.colonnes.isEmpty || $0.cle.isEmpty }.map(\.nom)
    #expect(incomplete.isEmpty, "\(incomplete)")
    let rejet = tables.first { $0.nom == "rejet" }
    #expect(rejet?.cle == ["fichier", "ligne"] && rejet?.colonnes.count == 17)
    let dossier = tables.first { $0.nom == "dossier" }
    #expect(dossier?.cle == ["id"] && dossier?.colonnes.count == 51)
  }

  @Test("from the engine of this run to SQLite and back to a new base: the same rows, sums, seal and list")
  func thereAndBack() async throws {
    let essai = try await essai()
    let (file, url) = try arrivee()
    defer { try? FileManager.default.removeItem(at: url) }
    let there = try await essai.registre.copier(vers: file)
    #expect(there.tables.first { $0.nom == "dossier" }?.lignes == 7 && there.montant == Montant(cents: 700_00))
    let copy = try await Registre(file) { [] }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("retour-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let back = try await MoteurDEssai.neuf(dans: folder)
    #expect(try await copy.copier(vers: back) == there)
    let again = try await Registre(back) { [] }
    let lists = try await [essai.registre, copy, again].asyncMap { registre in
      try await registre.lire { try $0.dossiers(.exploitant, limit: 10).map(\.cle.numero) }
    }
    #expect(Set(lists).count == 1 && lists[0].count == 7)
  }

  @Test("a base that has something already is refused and left as it is")
  func notEmpty() async throws {
    let (first, second) = (try await essai(), try await essai())
    let before = try await MoteurDEssai.photographie(second.engine)
    await #expect(throws: FauteDeCopie.self) { try await first.registre.copier(vers: second.engine) }
    #expect(try await MoteurDEssai.photographie(second.engine) == before)
  }
}

extension Array {
  fileprivate func asyncMap<T>(_ transform: (Element) async throws -> T) async rethrows -> [T] {
    var results: [T] = []
    for element in self { results.append(try await transform(element)) }
    return results
  }
}
