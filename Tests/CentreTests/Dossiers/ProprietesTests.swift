import Convention
import Foundation
import Interface
import Registre
import SQLEngine
import Testing

@testable import Centre

@Suite("Random days of random files, good and damaged")
struct ProprietesTests {
  @Test("whatever comes, the books agree", arguments: [1, 2, 3])
  func books(_ seed: UInt64) async throws {
    var nuits = try await Nuits(seed: seed)
    try await nuits.vivre(days: 14)
    let essai = nuits.essai
    #expect(try await essai.rows("dossier") > 20)
    try await everyDemandHasOneFate(nuits)
    try await acknowledgementsAreTheJournal(nuits)
    try await projectionsAreTheFold(essai)
    try await etudesSeeTheirOwn(essai)
    try await returnsTellEverything(essai)
    try await nobodyIsNamed(essai)
    let unwritten = try await essai.incidents().filter { $0.genre == "emission" }.map(\.texte)
    #expect(unwritten == [])
    #expect(try await essai.registre.verifier().anomalies == [])
  }

  /// Each record 10 of an integrated file: a dossier, or rejects, never both nor neither.
  private func everyDemandHasOneFate(_ nuits: Nuits) async throws {
    for (fichier, lignes) in nuits.recus
    where ["A", "P"].contains(fichier.statut) && fichier.suite?.environnement == "P" {
      guard fichier.suite?.genre == "AL" else { continue }
      let rejets = try await nuits.essai.rejets(fichier)
      let opened = try await nuits.essai.engine.read {
        try Set($0.query("SELECT ligne FROM dossier WHERE fichier = $1", .int(fichier.id)) { Int($0.int(0)) })
      }
      let end = lignes.firstIndex { $0.count == 512 && $0.starts(with: "99".utf8) && $0.last == 0x2A } ?? lignes.count
      for (index, ligne) in lignes.enumerated() where ligne.starts(with: "10".utf8) {
        let rank = index + 1
        let rejected = rejets.contains { $0.place.ligne == rank || ($0.groupe.ligne == rank && $0.niveau == "D") }
        #expect(opened.contains(rank) != rejected, "\(fichier.nom) ligne \(rank), fin \(end)")
      }
    }
  }

  /// Counts and sums of each 05 are those of what the file left in the journal.
  private func acknowledgementsAreTheJournal(_ nuits: Nuits) async throws {
    for (fichier, _) in nuits.recus where fichier.suite?.environnement == "P" {
      let (dossiers, montant, updates) = try await nuits.essai.engine.read { base in
        try base.first(
          """
          SELECT (SELECT COUNT(*) FROM dossier WHERE fichier = $1),
            (SELECT COALESCE(SUM(montant), 0) FROM dossier WHERE fichier = $1),
            (SELECT COUNT(*) FROM actualisation WHERE fichier = $1)
          """, .int(fichier.id)
        ) { ($0.int(0), $0.int(1), $0.int(2)) } ?? (0, 0, 0)
      }
      #expect(fichier.bilan.acceptees == Int(dossiers))
      #expect(fichier.bilan.montant.cents == montant)
      #expect(fichier.bilan.messages["50", default: 0] == Int(updates))
      let kept = try await nuits.essai.rejets(fichier).count
      #expect(fichier.bilan.rejets == kept)
    }
  }

  private func projectionsAreTheFold(_ essai: CentreDEssai) async throws {
    let rows = try await essai.registre.lire { lecture in
      try lecture.dossiers(.exploitant, limit: 10_000).map { ($0.reste, $0.etude, try lecture.fiche($0.id)?.dossier) }
    }
    for (reste, etude, dossier) in rows {
      #expect(dossier?.resteDu == reste)
      #expect(dossier?.attributaire?.texte == etude)
    }
    let before = try await essai.photographie()
    #expect(try await essai.registre.reconstruire().identique)
    #expect(try await essai.photographie() == before)
  }

  /// A demand is in an étude's files only if it was handed to it.
  private func etudesSeeTheirOwn(_ essai: CentreDEssai) async throws {
    for nom in try essai.nomsEmis("AL.") {
      let parts = nom.split(separator: ".").map(String.init)
      for article in try essai.articles(nom) where ["10", "50"].contains(article.type) {
        let cle = CleDemande(
          application: parts[1], exploitation: parts[2], numero: article.champ("numero_demande") ?? "")
        let fiches = try await essai.registre.lire { try $0.dossiers(numero: cle.numero, .exploitant) }
        let mine = fiches.filter { $0.dossier.demande.cle == cle }
        #expect(mine.contains { $0.dossier.etudes.map(\.texte).contains(parts[3]) }, "\(nom) \(cle.numero)")
      }
    }
  }

  /// RR add up to the payments; each end and each acknowledgement is told once.
  private func returnsTellEverything(_ essai: CentreDEssai) async throws {
    var total: Int64 = 0
    var ends = 0
    var handed = 0
    for nom in try essai.nomsEmis("R") where !nom.hasSuffix(".T") {
      for article in try essai.articles(nom) {
        let amount = Int64(article.champ("montant_creance") ?? "0") ?? 0
        if article.type == "80" { total += article.champ("sens") == "-" ? -amount : amount }
        if article.type == "94" { ends += 1 }
        if article.type == "85" { handed += 1 }
      }
    }
    let counts = try await essai.engine.read { base in
      try base.first(
        """
        SELECT (SELECT COALESCE(SUM(CASE WHEN sens = '+' THEN creance ELSE -creance END), 0) FROM encaissement),
          (SELECT COUNT(*) FROM journal WHERE genre = 'PhaseTerminee'),
          (SELECT COUNT(*) FROM journal WHERE genre IN ('DossierRemis', 'DossierMisEnAttente', 'DossierRouvert'))
        """
      ) { ($0.int(0), Int($0.int(1)), Int($0.int(2))) }
    }
    let found = try #require(counts)
    #expect((total, ends, handed) == found)
  }

  /// No name, street or amount of anyone in what leaves the base to people at large.
  private func nobodyIsNamed(_ essai: CentreDEssai) async throws {
    var texts = try await essai.incidents().map(\.texte) + Array(try essai.recepisses().values)
    texts += try await essai.registre.lire { lecture in
      try lecture.courrielsAEnvoyer().flatMap { [$0.objet, try Attestation.texte($0, lecture)] }
    }
    for text in texts {
      for secret in ["QUENTIN", "Odile", "TILLEULS", "MURET", "BLAGNAC"] { #expect(!text.contains(secret)) }
    }
  }
}
