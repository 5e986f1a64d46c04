import Convention
import Foundation
import Interface
import Registre
import Testing

@testable import Centre

/// What came out of a centre, read back.
extension CentreDEssai {
  var sortant: URL { dossier.appendingPathComponent("echanges/sortant") }
  var courriels: URL { dossier.appendingPathComponent("echanges/courriels") }

  /// Names of the files issued whose name begins so, in order.
  func nomsEmis(_ prefix: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: sortant.path).filter { $0.hasPrefix(prefix) }.sorted()
  }

  /// Every issued file, by name.
  func emissions() throws -> [String: [UInt8]] {
    var found: [String: [UInt8]] = [:]
    for nom in try nomsEmis() { found[nom] = Array(try Data(contentsOf: sortant.appendingPathComponent(nom))) }
    return found
  }

  /// The records of the one issued file whose name begins so, header and trailer excluded; empty if there is none.
  func articles(_ prefix: String, _ type: String? = nil) throws -> [Contenu] {
    let found = try nomsEmis(prefix)
    let noms = found.contains(prefix) ? [prefix] : found
    guard let nom = noms.first else { return [] }
    #expect(noms.count == 1, "\(noms)")
    return try Contenu.articles(of: Array(try Data(contentsOf: sortant.appendingPathComponent(nom))))
      .filter { type == nil || $0.type == type }
  }

  struct Recu: Decodable {
    let statut: String?
    let code: String?
    let message: String?
    let codage: String?
    let anomalies: [String]
    let taille: Int64
    let sha256: String
  }

  /// The receipt written beside a received file.
  func recepisse(_ fichier: FichierRecu) throws -> Recu {
    let url = dossier.appendingPathComponent("echanges/recus/\(fichier.chemin).recepisse.json")
    return try JSONDecoder().decode(Recu.self, from: try Data(contentsOf: url))
  }

  func incidents() async throws -> [Incident] {
    try await registre.lire { try $0.incidents(from: Jour(2020, 1, 1), to: Jour(2099, 1, 1)) }
  }

  /// `ligne:code` of each reject.
  func resume(_ fichier: FichierRecu) async throws -> [String] {
    try await rejets(fichier).map { "\($0.place.ligne):\($0.code)" }
  }

  /// How many rows each table has.
  func rows(_ table: String) async throws -> Int64 {
    try await engine.read { try $0.scalar("SELECT COUNT(*) FROM \(table)") ?? 0 }
  }
}

extension Contenu {
  static func articles(of octets: [UInt8], formats: Formats? = nil) throws -> [Contenu] {
    let source = SourceOctets(octets: octets)
    let examen = try Examen(
      source, formats: formats ?? CentreDEssai.formats, jour: Jour(2099, 1, 1), hacheur: HacheurSHA256())
    let lecteur = try #require(LecteurDeContenu(examen.ouverture, source))
    var found: [Contenu] = []
    while let record = try lecteur.next() { found.append(record.contenu) }
    return Array(found.dropFirst().dropLast())
  }

  /// A field as text, numbers included; nil if blank.
  func champ(_ nom: String) -> String? {
    switch self[nom] {
    case .texte(let texte): texte
    case .entier(let entier): "\(entier)"
    case nil: nil
    }
  }

  /// Several fields, `-` for a blank one: `DEM1 E3101 R`.
  func champs(_ noms: String...) -> String { noms.map { champ($0) ?? "-" }.joined(separator: " ") }
}

extension Annuaire {
  /// The directory of the samples, changed.
  static func essai(_ change: (inout Annuaire) -> Void = { _ in }) throws -> Annuaire {
    var annuaire = try Echantillons.annuaire()
    change(&annuaire)
    annuaire.index()
    return annuaire
  }

  /// One more étude, for those postal codes.
  mutating func ajouter(
    _ code: String, _ codes: [String], part: Int = 1,
    contrat: ContratDepartemental = ContratDepartemental(
      du: Jour(2025, 1, 1), au: Jour(2027, 12, 31), importTableur: true)
  ) {
    guard let code = CodeEtude(code) else { return }
    etudes[code] = Etude(
      code: code, nom: "ETUDE \(code)", courriel: "\(code.texte.lowercased())@etudes.example", contrats: [contrat],
      ressort: Set(codes.compactMap { CodePostal($0) }), part: part)
  }

  mutating func changer(_ code: String, _ change: (inout Etude) -> Void) {
    guard let code = CodeEtude(code), var etude = etudes[code] else { return }
    change(&etude)
    etudes[code] = etude
  }
}

extension CentreDEssai {
  /// Every receipt, by its path.
  func recepisses() throws -> [String: String] {
    let folder = dossier.appendingPathComponent("echanges/recus")
    var found: [String: String] = [:]
    for nom in try FileManager.default.subpathsOfDirectory(atPath: folder.path) where nom.hasSuffix(".recepisse.json") {
      found[nom] = try String(contentsOf: folder.appendingPathComponent(nom), encoding: .utf8)
    }
    return found
  }
}
