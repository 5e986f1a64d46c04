import Convention
import Foundation
import Preuve
import Registre
import SQLEngine

/// A backup as a folder: `base`, the file that the engine made, and `fiche.json`, what must come back from it.
///
/// The folder appears whole, by a rename, once everything in it is on the disk.
public struct DossierDeSauvegarde: Sendable {
  public let racine: URL
  public init(_ racine: URL) { self.racine = racine }

  /// What is known of a backup without restoring it.
  public struct Fiche: Hashable, Sendable, Codable {
    static let format = "centre-serveur/sauvegarde/1"
    let format: String
    /// Name of the engine, which alone can restore it.
    public let moteur: String
    public let instant: Instant
    public let contenu: BilanDeCopie
  }

  private var base: URL { racine.appendingPathComponent("base") }
  private var fiche: URL { racine.appendingPathComponent("fiche.json") }

  /// Makes it, while others work on the base.
  ///
  /// - Parameter progress: rows counted and rows in all.
  public func faire(
    _ registre: Registre, instant: Instant, progress: @escaping @Sendable (Int64, Int64) -> Void = { _, _ in }
  ) async throws -> Fiche {
    let files = FileManager.default
    guard !files.fileExists(atPath: racine.path) else { throw FauteDeDossier.existe(racine.path) }
    let partial = DossierDeSauvegarde(racine.appendingPathExtension("partiel"))
    // Left by one that was stopped.
    if files.fileExists(atPath: partial.racine.path) { try files.removeItem(at: partial.racine) }
    try files.createDirectory(
      at: partial.racine, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    do {
      let contenu = try await registre.sauvegarder(dans: partial.base.path, progress: progress)
      let fiche = Fiche(format: Fiche.format, moteur: registre.engine.nom, instant: instant, contenu: contenu)
      try Data(CanonicalEncoder.encode(fiche)).write(to: partial.fiche)
      for url in [partial.base, partial.fiche, partial.racine] { try flush(url) }
      try files.moveItem(at: partial.racine, to: racine)
      try flush(racine.deletingLastPathComponent())
      return fiche
    } catch {
      try? files.removeItem(at: partial.racine)
      throw error
    }
  }

  /// Fills an empty base from it, and verifies what came back.
  public func restaurer(
    _ engine: any SQLEngine, progress: @escaping @Sendable (Int64, Int64) -> Void = { _, _ in }
  ) async throws -> (fiche: Fiche, verdict: Verdict) {
    let fiche = try lire()
    guard fiche.moteur == engine.nom else {
      throw FauteDeDossier.autreMoteur(sauvegarde: fiche.moteur, base: engine.nom)
    }
    let verdict = try await Registre.restaurer(
      engine, de: base.path, attendu: fiche.contenu, progress: progress)
    return (fiche, verdict)
  }

  private func lire() throws -> Fiche {
    for url in [fiche, base] where !FileManager.default.fileExists(atPath: url.path) {
      throw FauteDeDossier.manque(url.path)
    }
    do {
      let lue = try CanonicalDecoder.decode(Fiche.self, from: Array(try Data(contentsOf: fiche)))
      guard lue.format == Fiche.format else {
        throw FauteDeDossier.illisible(fiche.path, raison: "format « \(lue.format) »")
      }
      return lue
    } catch let fault as CanonicalFault {
      throw FauteDeDossier.illisible(fiche.path, raison: "\(fault)")
    }
  }
}

/// Why a folder is no place for a backup, or no backup.
public enum FauteDeDossier: Error, Hashable, Sendable, CustomStringConvertible {
  case existe(String)
  case manque(String)
  case illisible(String, raison: String)
  case autreMoteur(sauvegarde: String, base: String)

  public var description: String {
    switch self {
    case .existe(let path): "\(path) existe déjà : donnez un dossier nouveau. Rien n’a été changé."
    case .manque(let path): "\(path) manque : ce dossier n’est pas une sauvegarde complète."
    case .illisible(let path, let raison): "\(path) n’est pas la fiche d’une sauvegarde (\(raison))."
    case .autreMoteur(let sauvegarde, let base):
      "Cette sauvegarde est celle d’une base \(sauvegarde), et la base d’arrivée est \(base) : restaurez-la sur \(sauvegarde), "
        + "puis « registre copier »."
    }
  }
}

/// Waits until a file or a folder is on the disk.
private func flush(_ url: URL) throws {
  let descriptor = open(url.path, O_RDONLY)
  guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
  defer { close(descriptor) }
  guard fsync(descriptor) == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
}
