import Foundation
import Testing

@testable import Preuve

/// The tiny verifier in Python, run on what this module writes: both must say the same of the same files.
@Suite("script/verifier-preuve.py")
struct VerifierPythonTests {
  private let journal: JournalDEssai

  init() {
    var journal = JournalDEssai(count: 40, dossiers: 5, perSeal: 7)
    journal.purge(dossier: 4)
    journal.append(dossier: 2, genre: "EncaissementConstate")
    self.journal = journal
  }

  @Test("it has at most 200 lines")
  func size() throws {
    #expect(
      try String(contentsOf: Depot.fichier("script/verifier-preuve.py"), encoding: .utf8).split(
        separator: "\n", omittingEmptySubsequences: false
      ).count <= 201)
  }

  @Test("a whole journal and each dossier are verified")
  func good() throws {
    let export = try Python.verify(journal.export())
    #expect(export.code == 0)
    #expect(export.texte.hasPrefix("VÉRIFIÉ — journal : 42 événement(s) dont 8 purgé(s), 35 scellé(s)\n"))
    #expect(export.texte.contains("Dernier sceau : n° 5, empreinte \(journal.sceaux[4].empreinte)"))
    for dossier in 1...5 as ClosedRange<Int64> {
      let extrait = try Python.verify(journal.extrait(dossier: dossier).octets())
      #expect(extrait.code == 0, "\(extrait.texte)")
      #expect(extrait.texte.hasPrefix("VÉRIFIÉ — dossier \(dossier)"))
    }
  }

  @Test("the fingerprint of a seal kept elsewhere is asked for with --sceau")
  func keptSeal() throws {
    let octets = try journal.extrait(dossier: 1).octets()
    #expect(try Python.verify(octets, ["--sceau", journal.sceaux[4].empreinte.hexadecimal]).code == 0)
    let other = try Python.verify(octets, ["--sceau", Empreinte.nulle.hexadecimal])
    #expect(other.code == 1)
    #expect(other.texte.contains("aucun des sceaux n'a l'empreinte que vous avez gardée"))
  }

  @Test("each damage to the journal is named at its place")
  func damagedJournal() throws {
    let damages: [(inout JournalDEssai) -> Void] = [
      { $0.lignes[10].octets?[60] ^= 1 },
      { $0.lignes[10].sel = Sel([UInt8](repeating: 0, count: 16)) },
      { $0.lignes[10].auteur = "centre" },
      { $0.lignes.remove(at: 10) },
      { $0.lignes.swapAt(10, 11) },
      { journal in
        journal.lignes.swapAt(10, 11)
        (journal.lignes[10].position, journal.lignes[11].position) = (11, 12)
      },
      { $0.lignes.removeLast(10) },
      { $0.lignes.removeLast(10) },
      { $0.sceaux[2].instant += 1 },
      { $0.lignes[8].instant += 1 },
      { $0.lignes[8].purgePar = "exploitant:B" },
    ]
    let expected = [
      "position 11 (dossier 1, rang 3) : octets, sel ou empreinte altérés",
      "position 11 (dossier 1, rang 3) : octets, sel ou empreinte altérés",
      "position 11 (dossier 1, rang 3) : la colonne « auteur » ne dit pas ce que disent les octets",
      "position 12 là où 11 est attendue", "position 12 là où 11 est attendue",
      "position 11 (dossier 2, rang 3) : vient de la position 12",
      "le journal s'arrête à la position 32, le dernier sceau va à 35",
      "position 4 (dossier 4, rang 1) : effacé sans l'événement de purge qui en répond",
      "sceau n° 3 : altéré", "sceau n° 2 : les événements 8 à 14 ont changé",
      "position 9 (dossier 4, rang 2) : effacé sans l'événement de purge qui en répond",
    ]
    for (damage, line) in zip(damages, expected) {
      var damaged = journal
      damage(&damaged)
      let result = try Python.verify(damaged.export())
      #expect(result.code == 1)
      #expect(result.texte.contains("ANOMALIE — " + line), "\(result.texte)")
      #expect(!damaged.verdict.estVerifie)
    }
  }

  @Test("both verifiers agree on proofs changed at random", arguments: 0..<2 as Range<UInt64>)
  func agreement(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let octets = try journal.extrait(dossier: 2).octets()
    let good = String(decoding: octets, as: UTF8.self).lowercased()
    for _ in 0..<10 {
      let index = Int.random(in: 0..<octets.count - 1, using: &generator)
      let damaged = flipped(octets, at: index, bit: 1 << UInt8.random(in: 0...7, using: &generator))
      let ours = (try? ExtraitDePreuve(fichier: damaged).verdict().estVerifie) ?? false
      let theirs = try Python.verify(damaged)
      let place = String(decoding: octets[max(0, index - 20)...index], as: UTF8.self)
      #expect(!ours, "\(place)")
      // Python reads hexadecimal in capitals too: the same value, though not the same file.
      let isSameValue = String(decoding: damaged, as: UTF8.self).lowercased() == good
      #expect(theirs.code != 0 || isSameValue, "\(place) : \(theirs.texte)")
    }
  }

  @Test("the base itself is verified as it is")
  func base() throws {
    let good = try Python.verify(base: journal.export())
    #expect(good.code == 0)
    #expect(good.texte.hasPrefix("VÉRIFIÉ — journal : 42 événement(s) dont 8 purgé(s)"))
    var damaged = journal
    damaged.lignes[10].octets?[60] ^= 1
    let bad = try Python.verify(base: damaged.export())
    #expect(bad.code == 1)
    #expect(bad.texte.hasPrefix("ANOMALIE — position 11 (dossier 1, rang 3) : octets, sel ou empreinte altérés\n"))
  }

  @Test("misuse has its own code")
  func misuse() throws {
    #expect(try Python.run([]).code == 2)
    #expect(try Python.run(["/nulle/part"]).code == 2)
    #expect(try Python.verify(Array("bonjour\n".utf8)).code == 2)
    #expect(try Python.verify([]).code == 2)
  }
}

/// Files of the repository, from where this one is.
enum Depot {
  static func fichier(_ path: String) -> URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(path)
  }
}

private enum Python {
  struct Result {
    let code: Int32
    let texte: String
  }

  static func verify(_ octets: [UInt8], _ options: [String] = []) throws -> Result {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("preuve-\(UUID().uuidString)")
    try Data(octets).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try run([file.path] + options)
  }

  /// Puts an export into a base with the tables of the registry, and verifies that.
  static func verify(base export: [UInt8]) throws -> Result {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("preuve-\(UUID().uuidString)")
    try Data(export).write(to: file)
    let base = file.path + ".sqlite"
    defer { for path in [file.path, base] { try? FileManager.default.removeItem(atPath: path) } }
    _ = try launch(["-c", loading, file.path, base])
    return try run([base])
  }

  private static let loading = """
    import json, sqlite3, sys
    base = sqlite3.connect(sys.argv[2])
    base.executescript('''
      CREATE TABLE journal(position INTEGER PRIMARY KEY, dossier, rang, genre, instant, jour, auteur, fichier, ligne,
        sel, octets, empreinte, purge_par, purge_instant);
      CREATE TABLE sceau(numero INTEGER PRIMARY KEY, premiere, derniere, racine, precedent, instant, empreinte);''')
    for ligne in open(sys.argv[1], encoding="utf-8"):
        objet = json.loads(ligne)
        for colonne in {"sel", "empreinte", "racine", "precedent"} & objet.keys():
            objet[colonne] = bytes.fromhex(objet[colonne])
        if "octets" in objet:
            objet["octets"] = objet["octets"].encode()
        table = "journal" if "position" in objet else "sceau" if "numero" in objet else None
        marques = ",".join("?" * len(objet))
        if table:
            base.execute(f"INSERT INTO {table}({','.join(objet)}) VALUES ({marques})", [*objet.values()])
    base.commit()
    """

  static func run(_ arguments: [String]) throws -> Result {
    try launch([Depot.fichier("script/verifier-preuve.py").path] + arguments)
  }

  private static func launch(_ arguments: [String]) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging(["PYTHONIOENCODING": "utf-8"]) { $1 }
    // A file rather than a pipe: Foundation's reading of a pipe ends the program when a signal interrupts it.
    let output = FileManager.default.temporaryDirectory.appendingPathComponent("sortie-\(UUID().uuidString)")
    try Data().write(to: output)
    defer { try? FileManager.default.removeItem(at: output) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let texte = try String(contentsOf: output, encoding: .utf8)
    return Result(code: process.terminationStatus, texte: texte)
  }
}
