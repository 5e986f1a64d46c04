import Convention
import Foundation
import MoteurDEssai
import Preuve
import Registre
import Testing

@testable import Centre

@Suite("Histories under the same seals as the dossiers")
struct HistoiresProuveesTests {
  private struct Formation: Histoire {
    enum Acte: Hashable, Sendable, Codable {
      case prevue(nom: String)
      case suivie(par: Int)
    }
    static let genre = GenreDHistoire.formation
    let nom: String
    var suivie = 0

    init?(_ premier: Acte) {
      guard case .prevue(let nom) = premier else { return nil }
      self.nom = nom
    }

    mutating func apply(_ acte: Acte) { if case .suivie(let count) = acte { suivie += count } }
    var resume: ResumeDHistoire { ResumeDHistoire(cle: nom, libelle: "Formation \(nom)", etat: "PREVUE") }
  }

  /// Six nights of a centre, among which two formations are told; sealed once more.
  private func centre() async throws -> CentreDEssai {
    var nuits = try await Nuits(seed: 5)
    try await nuits.vivre(days: 3)
    let jour = Jour(2026, 3, 10)
    let trace = Trace(auteur: "exploitant:A", instant: Instant(jour, heure: 12), jour: jour)
    for nom in ["Été 2026", "Hiver"] {
      try await nuits.essai.registre.ecrire { registre in
        var fiche = try registre.ouvrir(Formation.self, [.prevue(nom: nom), .suivie(par: 3)], trace: trace)
        try registre.ajouter([.suivie(par: 4)], to: &fiche, trace: trace)
      }
    }
    _ = try await nuits.essai.registre.sceller(instant: Instant(jour, heure: 21))
    return nuits.essai
  }

  @Test("the journal is verified whole with its negative numbers, here and in Python, in the base and in its export")
  func verified() async throws {
    let essai = try await centre()
    let verdict = try await essai.registre.verifier()
    #expect(verdict.estVerifie && verdict.scelles == verdict.evenements, "\(verdict.anomalies.map(\.texte))")
    #expect(try await essai.registre.reconstruire(histoires: [Formation.self]).identique)
    let url = essai.dossier.appendingPathComponent("export")
    #expect(FileManager.default.createFile(atPath: url.path, contents: nil))
    let handle = try FileHandle(forWritingTo: url)
    try await essai.registre.exporter { try handle.write(contentsOf: $0) }
    let export = try Verificateur.verifier(url)
    #expect(export.code == 0, "\(export.texte)")
    guard !MoteurDEssai.estPostgreSQL else { return }
    let base = try Verificateur.verifier(essai.dossier.appendingPathComponent("base.sqlite"))
    #expect(base.code == 0, "\(base.texte)")
  }

  @Test("the proof of a history verifies alone, here and in Python; changed by a byte, it does not")
  func extracted() async throws {
    let essai = try await centre()
    for id in [1, 2] as [Int64] {
      let octets = try await essai.registre.extraire(.histoire(id)).octets()
      let extrait = try ExtraitDePreuve(fichier: octets)
      #expect(extrait.dossier == -id && extrait.nombre == 3 && extrait.verdict().estVerifie)
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

  @Test("a fact of a history changed in the base is found at its position")
  func damaged() async throws {
    let essai = try await centre()
    let position = try await essai.engine.read {
      try $0.scalar("SELECT position FROM journal WHERE dossier = -2 AND rang = 2")
    }
    try await essai.engine.write { connection in
      try connection.execute("UPDATE journal SET auteur = 'exploitant:B' WHERE dossier = -2 AND rang = 2")
    }
    let verdict = try await essai.registre.verifier()
    #expect(verdict.anomalies.map(\.position) == [position])
  }
}
