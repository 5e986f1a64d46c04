import Convention
import Foundation
import Interface
import Registre
import Testing

@testable import Centre

/// Random days of random files, good and damaged, from a seed: two exploitations, four études, everything that they may send.
struct Nuits {
  let essai: CentreDEssai
  private var hasard: Hasard
  private var sequences: [String: Int] = [:]
  private var messages = 0
  /// Files received, with their lines as sent.
  private(set) var recus: [(fichier: FichierRecu, lignes: [[UInt8]])] = []

  /// - Parameters:
  ///   - arret: stops the centre at every write of that period.
  ///   - memoire: dossiers that a transaction remembers.
  init(
    seed: UInt64, arret: (period: Int, moment: MoteurFragile.Moment)? = nil, memoire: Int? = nil
  ) async throws {
    var fragile: MoteurFragile?
    essai = try await CentreDEssai(
      annuaire: try Annuaire.essai { annuaire in
        annuaire.applications["HELIOS"]?.exploitations.insert("032")
        annuaire.ajouter("E3103", ["31700", "31770"])
        annuaire.ajouter("E3104", ["31700"], part: 2)
        annuaire.ajouter("E9301", ["93200", "93210"])
        annuaire.postes["031012"]?.courrielGenerique = "t031012@dgfip.example"
      }
    ) { base in
      guard arret != nil else { return base }
      let engine = MoteurFragile(base)
      fragile = engine
      return engine
    }
    if let arret { fragile?.stop(every: arret.period, arret.moment) }
    essai.batchSize = 7
    essai.memoire = memoire
    hasard = Hasard(seed: seed)
  }

  mutating func vivre(days: Int) async throws {
    for offset in 0..<days {
      // Some nights weigh more: delays run.
      let jour = lundi.adding(days: offset * 6)
      for exploitation in ["031", "032"] where !hasard.once(in: 5) { try await aller(exploitation, jour) }
      for etude in ["E3101", "E3102", "E3103", "E3104"] where hasard.once(in: 2) { try await etude_(etude, jour) }
      if hasard.once(in: 2) { try await designer(jour) }
      let essai = essai
      try await essai.insister { try await essai.clore(jour) }
    }
  }

  private mutating func sequence(_ name: String) -> Int {
    sequences[name, default: 0] += hasard.once(in: 12) ? 2 : 1
    return sequences[name] ?? 1
  }

  private static let adresses: [[String: String]] = [
    [:], ["code_postal": "31600", "localite": "MURET"], ["code_postal": "31000", "localite": "TOULOUSE"],
    ["code_postal": "31700", "localite": "BLAGNAC"], ["code_postal": "", "localite": "SAINT-DENIS"],
    ["code_postal": "", "localite": "COLOMIERS"], ["code_postal": "", "localite": "NULLEPARTVILLE"],
    ["code_postal": "75001", "localite": "PARIS"],
  ]

  private mutating func aller(_ exploitation: String, _ jour: Jour) async throws {
    var file = try Fabrique.aller(
      jour, sequence(exploitation), exploitation: exploitation,
      entete: ["environnement": hasard.once(in: 15) ? "T" : "P"])
    for _ in 0..<hasard.below(9) {
      let numero = "D\(hasard.below(40))"
      let champs = hasard.once(in: 20) ? ["codique_poste": "031777"] : [:]
      file.demande(
        numero, hasard.pick(Nuits.adresses), montants: (0...hasard.below(3)).map { _ in 1 + hasard.below(50_000) },
        champs: champs, codebiteurs: hasard.once(in: 4) ? [["qualite_redevable": hasard.once(in: 2) ? "99" : "03"]] : []
      )
      if hasard.once(in: 3) { actualiser(&file, jour) }
    }
    for _ in 0..<hasard.below(8) { actualiser(&file, jour) }
    try await recevoir("AL-\(exploitation)-\(jour.compact)", try file.octets(), jour)
  }

  private mutating func actualiser(_ file: inout Fabrique, _ jour: Jour) {
    let code = (1 + hasard.below(20)).description
    file.actualisation(
      "D\(hasard.below(40))", 1 + hasard.below(60), code: code.count == 1 ? "0" + code : code,
      [
        "montant": "\(1 + hasard.below(20_000))", "date_fin": jour.adding(days: hasard.below(60)).compact,
        "motif": "ESSAI", "rang_redevable": "1", "localite": "MURET", "numero_message_etude": "\(hasard.below(50))",
        "reference": "ESSAI", "evenement_annule": "\(1 + hasard.below(60))",
        "rang_titre": hasard.once(in: 2) ? "1" : "",
      ])
  }

  private mutating func etude_(_ code: String, _ jour: Jour) async throws {
    var file = try Fabrique.etude(code, jour, sequence(code), bilan: hasard.once(in: 4) ? "N" : "O")
    let held = try await essai.engine.read { base in
      try base.query(
        """
        SELECT d.numero, d.exploitation, COALESCE(MIN(e.numero), '') FROM dossier d
        LEFT JOIN encaissement e ON e.dossier = d.id AND e.sens = '+' WHERE d.etude = $1 GROUP BY d.id ORDER BY d.id
        """, .text(code)
      ) { (demande: $0.text(0), exploitation: $0.text(1), encaissement: $0.text(2)) }
    }
    for _ in 0..<hasard.below(14) {
      let target = held.isEmpty || hasard.once(in: 6) ? ("D\(hasard.below(40))", "031", "N1") : hasard.pick(held)
      message(&file, target)
    }
    try await recevoir("ET-\(code)-\(jour.compact)", try file.octets(), jour)
  }

  private mutating func message(
    _ file: inout Fabrique, _ target: (demande: String, exploitation: String, encaissement: String)
  ) {
    messages += hasard.once(in: 15) ? 0 : 1
    let (demande, exploitation) = (target.demande, ["exploitation": target.exploitation])
    switch hasard.below(8) {
    case 0: file.accuse(demande, messages, exploitation)
    case 1: file.accuse(demande, messages, statut: "R", exploitation)
    case 2: file.action(demande, messages, code: hasard.pick(["01", "02", "20"]), exploitation)
    case 3: file.message("70", demande, messages, exploitation.merging(["motif_fin": "05", "reste_du": "1"]) { $1 })
    case 4: file.message("62", demande, messages, exploitation.merging(["code_constat": "DIS"]) { $1 })
    case 5:
      file.encaissement(demande, messages, "X\(messages)", 100_00, annule: target.encaissement, exploitation)
    default:
      // Half of the same amount, so that cancellations find one that corresponds.
      let amount = hasard.once(in: 2) ? 100_00 : 1 + hasard.below(40_000)
      file.encaissement(demande, messages, "N\(messages)", amount, exploitation)
    }
  }

  /// Sends a file, damaged one time out of two, and a damaged one sometimes again.
  private mutating func recevoir(_ nom: String, _ octets: [UInt8], _ jour: Jour) async throws {
    var lines = octets.split(separator: 0x0A).map(Array.init)
    if hasard.once(in: 2) { for _ in 0...hasard.below(3) { damage(&lines) } }
    let bytes = Array(lines.joined(separator: [0x0A]))
    try await prendre(nom, bytes, lines, jour)
    if hasard.once(in: 6) { try await prendre("\(nom)-bis", bytes, lines, jour) }
  }

  private mutating func prendre(_ nom: String, _ bytes: [UInt8], _ lines: [[UInt8]], _ jour: Jour) async throws {
    let (essai, rank) = (essai, recus.count + 1)
    try await essai.insister(until: { try await essai.aTout(recu: rank) }) {
      try await essai.recevoir(nom, bytes, jour)
    }
    let fichier = try await essai.registre.lire { try $0.fichier(Int64(rank)) }
    recus.append((try #require(fichier), lines))
  }

  private mutating func damage(_ lines: inout [[UInt8]]) {
    guard lines.count > 2 else { return }
    let line = 1 + hasard.below(lines.count - (hasard.once(in: 10) ? 1 : 2))
    switch hasard.below(5) {
    case 0: lines.remove(at: line)
    case 1: lines.insert(lines[line], at: line)
    case 2: lines[line] = Array(lines[line].prefix(hasard.below(500)))
    case 3: lines.swapAt(line, 1 + hasard.below(lines.count - 2))
    default:
      guard !lines[line].isEmpty else { return }
      let byte = UInt8(truncatingIfNeeded: hasard.below(256))
      lines[line][hasard.below(lines[line].count)] = byte == 0x0A ? 0 : byte
    }
  }

  private mutating func designer(_ jour: Jour) async throws {
    let quarantaine = try await Quarantaine(try essai.centre(jour))
    guard let attente = try await quarantaine.enAttente().first else { return }
    let cle = attente.fiche.dossier.demande.cle
    do {
      try await essai.insister(until: {
        try await quarantaine.enAttente().allSatisfy { $0.fiche.id != attente.fiche.id }
      }) {
        try await decider(attente, cle.numero, quarantaine)
      }
    } catch is FauteDeQuarantaine {
      // Two exploitations wait under one number: told apart at the site.
    }
  }

  private func decider(_ attente: Quarantaine.Attente, _ numero: String, _ quarantaine: Quarantaine) async throws {
    if let choix = attente.choix.first(where: { !$0.etudes.isEmpty }), let etude = choix.etudes.first {
      try await quarantaine.designer(numero: numero, etude: etude, codePostal: choix.codePostal)
    } else {
      try await quarantaine.renoncer(numero: numero, code: "404")
    }
  }
}
