@testable import Preuve

/// A journal of invented events, built as the registry builds its own.
struct JournalDEssai {
  var lignes: [LigneDuJournal] = []
  var sceaux: [Sceau] = []
  private let secret = Secret(Array(0..<32))
  private var derniers: [Int64: LigneDuJournal] = [:]

  private struct Enveloppe: Codable {
    let demande: String
    let rang: Int64
    let genre: String
    let jour: String
    let instant: Int64
    let auteur: String
    let ligne: Int64?
    let precedent: Empreinte?
    let fait: [String: String]
  }

  static let origine: Int64 = 1_772_438_400_000

  /// `count` events of several dossiers in turn, a seal after every `perSeal` of them.
  init(count: Int, dossiers: Int64 = 3, perSeal: Int? = nil) {
    for index in 0..<Int64(count) {
      append(dossier: index % dossiers + 1, genre: index < dossiers ? "DossierTransmis" : "ActionEngagee")
      if let perSeal, lignes.count.isMultiple(of: perSeal) { seal() }
    }
  }

  mutating func append(dossier: Int64, genre: String, auteur: String = "etude:E3101", texte: String = "Été \"à\" Lyon")
  {
    let last = derniers[dossier]
    let position = Int64(lignes.count) + 1
    let enveloppe = Enveloppe(
      demande: "D\(dossier)", rang: (last?.rang ?? 0) + 1, genre: genre, jour: "2026-03-02",
      instant: Self.origine + position, auteur: auteur, ligne: position.isMultiple(of: 2) ? position : nil,
      precedent: last?.empreinte, fait: ["texte": texte])
    guard let octets = try? CanonicalEncoder.encode(enveloppe) else { preconditionFailure("an envelope has bytes") }
    let sel = Sel(secret: secret, position: position, octets: octets)
    let row = LigneDuJournal(
      position: position, dossier: dossier, rang: enveloppe.rang, genre: genre, instant: enveloppe.instant,
      jour: enveloppe.jour, auteur: auteur, ligne: enveloppe.ligne, sel: sel, octets: octets,
      empreinte: Empreinte(position: position, dossier: dossier, sel: sel, octets: octets))
    lignes.append(row)
    derniers[dossier] = row
  }

  mutating func seal() {
    var scelleur = Scelleur(apres: sceaux.last)
    for row in lignes.dropFirst(Int(scelleur.position) - 1) { scelleur.add(row.feuille) }
    if let sceau = scelleur.sceau(instant: Self.origine + 86_400_000 * Int64(sceaux.count + 1)) { sceaux.append(sceau) }
  }

  /// Records the purge of a dossier, then takes its bytes and salts away.
  mutating func purge(dossier: Int64, recording: Bool = true) {
    let erased = lignes.indices.filter { lignes[$0].dossier == dossier }
    if recording { append(dossier: dossier, genre: LigneDuJournal.genrePurge, auteur: "exploitant:A", texte: "") }
    let instant = Self.origine + Int64(lignes.count)
    for index in erased {
      lignes[index].sel = nil
      lignes[index].octets = nil
      lignes[index].auteur = nil
      lignes[index].purgePar = "exploitant:A"
      lignes[index].purgeInstant = instant
    }
  }

  var verdict: Verdict {
    var verification = VerificationDuJournal(sceaux: sceaux)
    for row in lignes { verification.add(row) }
    return verification.finish()
  }

  func extrait(dossier: Int64) -> ExtraitDePreuve {
    ExtraitDePreuve(dossier: dossier, evenements: lignes.filter { $0.dossier == dossier }, sceaux: sceaux) { sceau in
      lignes.filter { sceau.premiere <= $0.position && $0.position <= sceau.derniere }.map(\.feuille.hachage)
    }
  }

  func export() throws -> [UInt8] {
    try ExportDuJournal.debut(sceaux: sceaux) + lignes.flatMap { try ExportDuJournal.ligne($0) }
      + ExportDuJournal.fin(evenements: Int64(lignes.count))
  }
}

extension Verdict {
  /// `ALTERE 5`: code, then position or seal.
  var resume: [String] {
    anomalies.map { "\($0.code.rawValue) \($0.position ?? $0.sceau ?? 0)" }
  }
}

/// The same bytes with one bit of one of them changed.
func flipped(_ octets: [UInt8], at index: Int, bit: UInt8 = 1) -> [UInt8] {
  var octets = octets
  octets[index] ^= bit
  return octets
}
