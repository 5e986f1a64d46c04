import Centre
import Convention
import Foundation
import Registre

/// What became of one argument of `recevoir`.
struct ResultatDeReception: Sendable {
  /// As it was given.
  let argument: String
  let fichier: FichierRecu?
  /// Why it could not even be read.
  let faute: String?
}

/// Receives files in order, once what earlier runs left is settled and the days before this one are closed.
///
/// A file whose name is asked for again is gone on with in its turn instead of being received twice.
struct ReceptionDeFichiers {
  private let centre: Centre
  private let reception: Reception
  private var reprises: [FichierRecu]
  private let barre: BarreDeProgression

  init(_ centre: Centre, names: Set<String>, _ barre: BarreDeProgression) async throws {
    self.centre = centre
    self.barre = barre
    reprises = try await Reprises(centre, barre).settle(names: names)
    try await Journee(centre).rattraper(before: centre.horloge.jour, progress: barre.progress)
    reception = try await Reception(centre)
  }

  mutating func receive(_ arguments: [String], partenaire: String?) async throws -> [ResultatDeReception] {
    var results: [ResultatDeReception] = []
    for argument in arguments {
      results.append(try await receive(argument, partenaire))
    }
    return results
  }

  private mutating func receive(_ argument: String, _ partenaire: String?) async throws -> ResultatDeReception {
    let url = URL(fileURLWithPath: argument)
    if let faute = ReceptionDeFichiers.unreadable(argument) {
      return ResultatDeReception(argument: argument, fichier: nil, faute: faute)
    }
    let fichier = try await reception.recevoir(
      .init(url: url, partenaire: partenaire), reprises: &reprises, progress: barre.progress)
    return ResultatDeReception(argument: argument, fichier: fichier, faute: nil)
  }

  /// In one transaction: a stop leaves all to be told again, or nothing.
  func close(_ resultats: [ResultatDeReception]) async throws {
    let files = resultats.compactMap(\.fichier)
    try await centre.registre.ecrire { registre in
      for var fichier in files {
        fichier.etat = .clos
        try registre.avancer(fichier)
      }
    }
  }

  /// Why a path cannot be received.
  static func unreadable(_ path: String) -> String? {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      return "« \(path) » : fichier introuvable."
    }
    let type = try? FileManager.default.attributesOfItem(
      atPath: URL(fileURLWithPath: path).resolvingSymlinksInPath().path)[.type]
    guard !isFolder.boolValue, type as? FileAttributeType == .typeRegular else {
      return "« \(path) » : ce n’est pas un fichier ordinaire."
    }
    return FileManager.default.isReadableFile(atPath: path) ? nil : "« \(path) » : accès refusé."
  }
}
