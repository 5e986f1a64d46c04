import Foundation

/// The folder of the demonstration, and what is where in it.
struct DemoDossier: Sendable {
  /// As it was given.
  let nom: String
  private var racine: URL { URL(fileURLWithPath: nom) }

  init(_ nom: String) { self.nom = nom.hasSuffix("/") && nom.count > 1 ? String(nom.dropLast()) : nom }

  var base: String { "sqlite:\(nom)/base.sqlite" }
  var echanges: String { "\(nom)/echanges" }
  var acteurs: String { "\(nom)/acteurs.yaml" }
  var page: URL { racine.appendingPathComponent("page.html") }
  /// Where files are made before they are left at the centre's door.
  func fabrique(_ fichier: String) -> URL { racine.appendingPathComponent("fabrique/\(fichier)") }
  var sortant: URL { racine.appendingPathComponent("echanges/sortant") }
  func entrant(_ partenaire: String) -> URL { racine.appendingPathComponent("echanges/entrant/\(partenaire)") }

  private var marque: URL { racine.appendingPathComponent(".demonstration") }

  /// Begins afresh; a folder that holds anything else than a former demonstration is left alone.
  func recreer() throws {
    let files = FileManager.default
    let present = (try? files.contentsOfDirectory(atPath: racine.path)) ?? []
    if files.fileExists(atPath: racine.path), !present.isEmpty {
      guard files.fileExists(atPath: marque.path) else {
        throw DemandeRefusee(
          "Le dossier « \(nom) » contient autre chose qu’une démonstration : choisissez-en un autre avec --dossier.")
      }
      try files.removeItem(at: racine)
    }
    try files.createDirectory(at: racine.appendingPathComponent("fabrique"), withIntermediateDirectories: true)
    try Data("Dossier refait à chaque « centre-serveur demo ».\n".utf8).write(to: marque)
    try Data(DemoActeurs.yaml.utf8).write(to: URL(fileURLWithPath: acteurs), options: .atomic)
  }

  /// Leaves a file in a partner's folder. Its date is set, so that files are always taken in the same order.
  func deposer(_ source: URL, _ partenaire: String, rang: Int, octets: Int? = nil) throws {
    let folder = entrant(partenaire)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let bytes = try Data(contentsOf: source)
    let target = folder.appendingPathComponent(source.lastPathComponent)
    try bytes.prefix(octets ?? bytes.count).write(to: target, options: .atomic)
    let date = Date(timeIntervalSince1970: 1_000_000_000 + Double(rang))
    try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: target.path)
  }

  /// What the centre has handed to an étude so far.
  func remises(_ etude: String) throws -> [URL] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: sortant.path)) ?? []
    return names.filter { $0.hasPrefix("AL.") && $0.contains(".\(etude).") && !$0.hasSuffix(".partiel") }.sorted()
      .map { sortant.appendingPathComponent($0) }
  }
}
