import Convention
import Foundation
import MoteurDEssai
import SQLEngine
import SQLiteEngine
import Testing

@testable import Registre

@Suite("Histories made again from the journal, copied and kept")
struct ReconstructionDHistoiresTests {
  private static let postes = ["031012", "031020", "02A010"].compactMap { Codique($0) }

  /// Three histories told in turn with two dossiers, one of which goes from poste to poste.
  private func essai(_ essai: RegistreDEssai) async throws -> RegistreDEssai {
    _ = try await essai.registre.ecrire { try $0.inscrire(RegistreDEssai.recu(1)) }
    let first = try await essai.ouvrir(
      IncidentDEssai.self, .declare(numero: 1, postes: Array(Self.postes.prefix(2)), etude: CodeEtude("E3101")))
    try await essai.creer("D1")
    let facture = try await essai.ouvrir(
      FactureDEssai.self,
      .emise(
        .init(
          cle: "F-1", poste: Self.postes[0], etude: CodeEtude("E3101"), departement: Departement("31"),
          montant: Montant(cents: 12_34), echeance: RegistreDEssai.jour)))
    try await essai.ajouter(.etendu([Self.postes[2]]), .echeanceFixee(RegistreDEssai.jour), to: first)
    try await essai.creer("D2", etude: nil)
    try await essai.ajouter(.payee(le: RegistreDEssai.jour), to: facture)
    try await essai.ouvrir(IncidentDEssai.self, .declare(numero: 2, postes: [], etude: nil), .clos)
    return essai
  }

  @Test("made again, the tables are the same; changed by hand, that is told and put right")
  func rebuilt() async throws {
    let essai = try await essai(RegistreDEssai())
    let before = try await MoteurDEssai.photographie(essai.engine)
    #expect(before["histoire"]?.count == 3 && before["histoire_poste"]?.count == 2)
    let first = try await essai.registre.reconstruire(histoires: RegistreDEssai.types)
    #expect(first.identique && first.dossiers == 2 && first.histoires == 3 && first.evenements == 11)
    for damage in [
      "UPDATE histoire SET montant = 1 WHERE genre = 'Facture'", "UPDATE histoire SET cle = 'X' WHERE id = 1",
      "DELETE FROM histoire_poste", "INSERT INTO histoire_poste(histoire, poste) VALUES (3, '031012')",
    ] {
      try await essai.engine.write { try $0.execute(damage) }
      #expect(try await !essai.registre.reconstruire(histoires: RegistreDEssai.types).identique)
      #expect(try await MoteurDEssai.photographie(essai.engine) == before)
    }
  }

  @Test("a kind that the program does not know is said, with its position, and nothing is changed")
  func unknownKind() async throws {
    let essai = try await essai(RegistreDEssai())
    let before = try await MoteurDEssai.photographie(essai.engine)
    await #expect(throws: RegistreFault.evenementInconnu(genre: "Facture", position: 4)) {
      try await essai.registre.reconstruire(histoires: [IncidentDEssai.self])
    }
    #expect(try await MoteurDEssai.photographie(essai.engine) == before)
  }

  @Test("opened after a rebuilding, a history takes the next number")
  func next() async throws {
    let essai = try await essai(RegistreDEssai())
    _ = try await essai.registre.reconstruire(histoires: RegistreDEssai.types)
    #expect(try await essai.ouvrir(IncidentDEssai.self, .declare(numero: 3, postes: [], etude: nil)).id == 4)
  }

  @Test(
    "a copy on the other engine and a backup hold the histories and the documents, and the journal is verified there")
  func elsewhere() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("histoires-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let bases = try await MoteurDEssai.jumelles(dans: folder)
    let essai = try await essai(RegistreDEssai(bases[0], folder))
    let document = DocumentDepose(
      sha256: "ab", taille: 1, type: "application/pdf", nom: "pv.pdf", sujet: .histoire(2), chemin: "ab/ab.pdf",
      trace: RegistreDEssai.trace())
    _ = try await essai.registre.ecrire { try $0.inscrire(document) }
    _ = try await essai.registre.sceller(instant: Instant(RegistreDEssai.jour, heure: 22))
    let file = try SQLiteEngine(path: folder.appendingPathComponent("copie.sqlite").path)
    let bilan = try await essai.registre.copier(vers: file)
    let counts = Dictionary(uniqueKeysWithValues: bilan.tables.map { ($0.nom, $0.lignes) })
    #expect(counts["histoire"] == 3 && counts["histoire_poste"] == 2 && counts["document"] == 1)
    let copy = try await Registre(file) { [] }
    #expect(try await copy.verifier().estVerifie)
    #expect(try await copy.reconstruire(histoires: RegistreDEssai.types).identique)
    let path = folder.appendingPathComponent("sauvegarde").path
    let kept = try await essai.registre.sauvegarder(dans: path)
    let verdict = try await Registre.restaurer(bases[1], de: path, attendu: kept)
    #expect(verdict.estVerifie && verdict.scelles == 11)
    let photos = try await (MoteurDEssai.photographie(bases[0]), MoteurDEssai.photographie(bases[1]))
    #expect(photos.0 == photos.1)
  }
}
