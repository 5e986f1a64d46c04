import Convention
import Foundation
import Testing

@testable import Interface

/// The exchanged files given with the format, and what each must give.
enum Echantillons {
  static func url(_ nom: String) throws -> URL {
    try #require(Bundle.module.url(forResource: "Echantillons/" + nom, withExtension: nil))
  }

  static func octets(_ nom: String) throws -> [UInt8] { Array(try Data(contentsOf: url(nom))) }

  static func attendu(_ nom: String) throws -> [String: Any] {
    let data = try Data(contentsOf: url(nom + ".expected.json"))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  /// Every sample with its expected content, by name without extension.
  static let nommes = [
    "aller-correct", "aller-defauts", "aller-etude", "aller-fins", "etude", "etude-defauts", "etude-fins",
    "imputation", "retour-informations-1", "retour-informations-2", "retour-informations-3",
    "retour-informations-4", "retour-informations-accuses", "retour-informations-etude",
    "retour-recouvrement", "retour-recouvrement-2",
  ]
}

extension Formats {
  /// The tables that travel with the program, read once for all tests.
  static let tests: Formats = Formats.embarquees.0
}

extension Examen {
  /// Examines bytes received that day.
  static func of(
    _ octets: [UInt8], on jour: Jour = Jour(2099, 12, 31), formats: Formats = .tests, attendus: Set<String>? = nil
  ) throws -> (Examen, SourceOctets) {
    let source = SourceOctets(octets: octets)
    return (
      try Examen(source, formats: formats, jour: jour, attendus: attendus, hacheur: Sha256()), source
    )
  }
}

/// What a reading gives, in a form that tests compare.
struct Lecture {
  struct Rejete: Equatable, CustomStringConvertible {
    var ligne: Int
    var type: String
    var niveau: String
    var code: String
    var champ: String?
    var valeur: String?
    var description: String { "\(ligne) \(type) \(niveau) \(code) \(champ ?? "-") \(valeur ?? "-")" }
  }
  var rejets: [Rejete] = []
  var avertissements: [String] = []
  var groupes: [(ligne: Int, type: String, isAccepted: Bool)] = []
  var cumuls: Cumuls
  var anomalies: [String] { cumuls.anomalies.map(\.texte) }
  /// `7:101`, in the order of the lines.
  var resume: [String] { rejets.map { "\($0.ligne):\($0.code)" } }

  static func of<M: Monde>(_ examen: Examen, _ source: SourceOctets, _ monde: inout M) throws -> Lecture {
    let controleur = try #require(try Controleur(examen.ouverture, source))
    var lecture = Lecture(cumuls: controleur.cumuls)
    while try controleur.advance(&monde) { lecture.add(controleur.groupe) }
    lecture.cumuls = controleur.cumuls
    return lecture
  }

  /// Reads bytes with a world that knows only the file.
  static func of(_ octets: [UInt8], formats: Formats = .tests) throws -> Lecture {
    let (examen, source) = try Examen.of(octets, formats: formats)
    var monde = MondeFerme()
    return try of(examen, source, &monde)
  }

  mutating func add(_ groupe: Groupe) {
    if let racine = groupe.racine {
      groupes.append((racine.ligne, racine.codeType, groupe.estAccepte))
    }
    for record in groupe.indices.map({ groupe[$0] }) {
      avertissements += record.avertissements.map { "\(record.ligne):\($0.code)" }
      guard let rejet = record.rejet else { continue }
      rejets.append(
        Rejete(
          ligne: record.ligne, type: record.codeType, niveau: rejet.niveau.lettre, code: rejet.code.texte,
          champ: rejet.champ.flatMap { record.type?.champs[$0].nom },
          valeur: rejet.champ.flatMap { record.valeurBrute($0) }))
    }
  }
}
