import Foundation
import Testing

@testable import CentreServeur

/// A folder of its own and the program run in process, as a script would run it.
final class Essai {
  struct Resultat {
    let code: Int32
    let sortie: String
    let avertissements: String

    /// The output as JSON.
    func json(_ comment: Comment? = nil) throws -> Any {
      try #require(try? JSONSerialization.jsonObject(with: Data(sortie.utf8), options: .fragmentsAllowed), comment)
    }
    func objet() throws -> [String: Any] { try #require(try json() as? [String: Any]) }
    func liste() throws -> [[String: Any]] { try #require(try json() as? [[String: Any]]) }
  }

  let dossier: URL
  var environnement: [String: String] = [:]

  init() throws {
    dossier = FileManager.default.temporaryDirectory.appendingPathComponent("centre-serveur-essai-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: dossier, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: dossier) }

  func chemin(_ nom: String) -> String { dossier.appendingPathComponent(nom).path }

  /// The place of this trial's base and folders, as options.
  var lieu: [String] { ["--base", "sqlite:\(chemin("base.sqlite"))", "--echanges", chemin("echanges")] }

  /// Runs a command on this trial's base, on a day.
  func run(_ arguments: String..., jour: String? = nil) async -> Resultat {
    await programme(arguments + lieu + (jour.map { ["--jour", $0] } ?? []))
  }

  /// Runs exactly these arguments.
  func programme(_ arguments: [String]) async -> Resultat {
    let releve = Releve()
    let code = await Programme(ecran: releve.ecran(), environnement: environnement).run(arguments)
    return Resultat(code: code, sortie: releve.sortie, avertissements: releve.avertissements)
  }

  /// The session of a command on this trial's base, to do half of what a command does.
  func session(jour: String) async throws -> Session {
    let ecran = Releve().ecran()
    let options = try OptionsGlobales.parse(lieu + ["--jour", jour])
    return Session(reglages: try await Reglages(options, environnement: environnement, ecran: ecran), ecran: ecran)
  }

  func write(_ text: String, _ nom: String) throws -> String {
    try Data(text.utf8).write(to: dossier.appendingPathComponent(nom))
    return chemin(nom)
  }

  /// A trial whose directory is that of the samples.
  static func avecReferentiel(jour: String? = nil) async throws -> Essai {
    let essai = try Essai()
    let done = await essai.run("acteurs", "importer", Echantillon.chemin("referentiel.json"), jour: jour)
    try #require(done.code == 0, "\(done.avertissements)")
    return essai
  }
}

/// The samples of the format, copied beside the tests.
enum Echantillon {
  static let dossier = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("InterfaceTests/Echantillons")

  static func chemin(_ nom: String) -> String { dossier.appendingPathComponent(nom).path }

  static func objet(_ nom: String) throws -> [String: Any] {
    let data = try Data(contentsOf: dossier.appendingPathComponent(nom))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  /// One canonical text for two JSON values that must be equal.
  static func texte(_ value: Any?) -> String {
    guard let value,
      let data = try? JSONSerialization.data(withJSONObject: value, options: [.sortedKeys, .fragmentsAllowed])
    else { return "absent" }
    return String(decoding: data, as: UTF8.self)
  }
}
