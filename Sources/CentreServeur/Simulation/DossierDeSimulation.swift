import Convention
import Foundation

/// The folder of a simulation, and what is where in it.
struct DossierDeSimulation: Sendable {
  /// As it was given.
  let nom: String
  private var racine: URL { URL(fileURLWithPath: nom) }

  init(_ nom: String) { self.nom = nom.hasSuffix("/") && nom.count > 1 ? String(nom.dropLast()) : nom }

  var base: String { "sqlite:\(nom)/base.sqlite" }
  var echanges: String { "\(nom)/echanges" }
  var acteurs: String { "\(nom)/acteurs.yaml" }
  /// Where files are made before they are left at the centre's door.
  var fabrique: URL { racine.appendingPathComponent("fabrique", isDirectory: true) }
  var sortant: URL { racine.appendingPathComponent("echanges/sortant", isDirectory: true) }
  var entrant: URL { racine.appendingPathComponent("echanges/entrant", isDirectory: true) }

  private var marque: URL { racine.appendingPathComponent(".simulation") }

  /// Begins afresh; a folder that holds anything else than a former simulation is left alone.
  func recreer() throws {
    let files = FileManager.default
    let present = (try? files.contentsOfDirectory(atPath: racine.path)) ?? []
    if files.fileExists(atPath: racine.path), !present.isEmpty {
      guard files.fileExists(atPath: marque.path) else {
        throw DemandeRefusee(
          "Le dossier « \(nom) » contient autre chose qu’une simulation : choisissez-en un autre avec --dossier.")
      }
      try files.removeItem(at: racine)
    }
    try files.createDirectory(at: fabrique, withIntermediateDirectories: true)
    try Data("Dossier refait à chaque simulation ou démonstration.\n".utf8).write(to: marque)
  }

  /// Writes the directory as it stands on a day.
  func declarer(_ jour: Jour) throws {
    try Data(DepartementInvente.yaml(on: jour).utf8).write(to: URL(fileURLWithPath: acteurs), options: .atomic)
  }
}
