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

/// Receives files in order, once what earlier runs left is settled.
struct ReceptionDeFichiers {
  private let centre: Centre
  private let reception: Reception
  private var reprises: [FichierRecu]
  private let barre: BarreDeProgression

  init(_ centre: Centre, _ barre: BarreDeProgression) async throws {
    self.centre = centre
    self.barre = barre
    reception = try await Reception(centre)
    reprises = try await centre.registre.lire { try $0.fichiersInacheves() }
  }

  /// Finishes what was interrupted, then closes the days before this one.
  ///
  /// A file whose name is asked for again is gone on with in its turn, except one of a past day, whose facts belong to that
  /// day. Files whose result was never told stay in the list, so that it is told the next time.
  mutating func settle(names: Set<String>) async throws {
    let today = centre.horloge.jour
    for (index, fichier) in reprises.enumerated() where fichier.jour < today || !names.contains(fichier.nom) {
      reprises[index] = try await reception.reprendre(fichier, progress: barre.progress)
    }
    try await Journee(centre).rattraper(before: today, progress: barre.progress)
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
    let type = try? FileManager.default.attributesOfItem(atPath: URL(fileURLWithPath: path).resolvingSymlinksInPath().path)[.type]
    guard !isFolder.boolValue, type as? FileAttributeType == .typeRegular else {
      return "« \(path) » : ce n’est pas un fichier ordinaire."
    }
    return FileManager.default.isReadableFile(atPath: path) ? nil : "« \(path) » : accès refusé."
  }
}
