import Convention
import Crypto
import Foundation
import Registre

/// The documents that were handed in as proofs, unaltered: `documents/` in the folder of exchanges holds each content once, under
/// its SHA-256; the base says with what it came, from whom and when (R081).
public struct DepotDeDocuments: Sendable {
  /// 8 Mo: with what surrounds it, within what a form of the site may weigh.
  public static let maximumParDefaut = 8_000_000
  private static let type = "application/pdf"
  private let registre: Registre
  private let racine: URL
  /// In bytes, the most that a document may have.
  public let maximum: Int

  public init(_ centre: Centre, maximum: Int = DepotDeDocuments.maximumParDefaut) {
    registre = centre.registre
    racine = centre.echanges.documents
    self.maximum = maximum
  }

  /// Keeps a document with a dossier or a history of a scope: its bytes are on the disk before the base speaks of them.
  ///
  /// The same content handed in again is one file and a row of its own. Refused with a ``DocumentRefuse``.
  /// - Parameter trace: who hands it in, and when.
  public func deposer(
    _ octets: Data, nom: String, sur sujet: Sujet, par trace: Trace, _ perimetre: Perimetre
  ) async throws -> DocumentDepose {
    let document = try await range(octets, nom: nom, sur: sujet, par: trace, perimetre)
    return try await registre.ecrire { try $0.inscrire(document) }
  }

  /// Its bytes on the disk, and what the base will say of it.
  private func range(
    _ octets: Data, nom: String, sur sujet: Sujet, par trace: Trace, _ perimetre: Perimetre
  ) async throws -> DocumentDepose {
    let sha256 = try empreinte(octets)
    guard try await registre.lire({ try $0.contient(sujet, perimetre) }) else { throw DocumentRefuse.sansObjet }
    let document = DocumentDepose(
      sha256: sha256, taille: Int64(octets.count), type: DepotDeDocuments.type, nom: nomDeDocument(nom), sujet: sujet,
      chemin: "\(sha256.prefix(2))/\(sha256).pdf", trace: trace)
    try ranger(octets, racine.appendingPathComponent(document.chemin))
    return document
  }

  /// The SHA-256 of bytes that may be kept, in lower-case hexadecimal; nothing is kept by this. Refused with a ``DocumentRefuse``.
  public func empreinte(_ octets: Data) throws(DocumentRefuse) -> String {
    guard octets.count <= maximum else { throw .tropGrand(maximum: maximum) }
    try ExamenDePDF.examiner(octets)
    return hexadecimal(SHA256.hash(data: octets))
  }

  /// Keeps a document with a dossier unless the same content is already there: a form sent twice hands in once.
  public func deposerUneFois(
    _ octets: Data, nom: String, dossier: Int64, par trace: Trace, _ perimetre: Perimetre
  ) async throws -> DocumentDepose {
    let document = try await range(octets, nom: nom, sur: .dossier(dossier), par: trace, perimetre)
    return try await registre.ecrire { ecriture in
      try ecriture.lecture.document(sha256: document.sha256, dossier: dossier) ?? ecriture.inscrire(document)
    }
  }

  /// The bytes of a file to hand in, and no more of them than may be kept; refused with a ``DocumentRefuse``.
  public func octets(of fichier: URL) throws(DocumentRefuse) -> Data {
    guard let octets = read(fichier, upTo: maximum + 1) else { throw .illisible }
    return octets
  }

  /// A document of a scope and its bytes, compared with their fingerprint once more: nil for another's as for one that does not
  /// exist. ``FauteDeDocument`` when the file is no longer what was handed in.
  public func lire(_ id: Int64, _ perimetre: Perimetre) async throws -> (document: DocumentDepose, octets: Data)? {
    guard let document = try await registre.lire({ try $0.document(id, perimetre) }) else { return nil }
    guard let octets = read(racine.appendingPathComponent(document.chemin), upTo: Int(document.taille) + 1) else {
      throw FauteDeDocument.manque(id)
    }
    guard hexadecimal(SHA256.hash(data: octets)) == document.sha256 else { throw FauteDeDocument.altere(id) }
    return (document, octets)
  }

  /// Whole or not at all, on the disk when this returns. A content that is there already is written again: what a disk damaged
  /// since is healed.
  private func ranger(_ octets: Data, _ place: URL) throws {
    let folder = place.deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let temporary = folder.appendingPathComponent(".\(UUID().uuidString).partiel")
    do {
      try octets.write(to: temporary)
      try synchronize(temporary)
      guard rename(temporary.path, place.path) == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
      for written in [folder, racine] { try synchronize(written) }
    } catch {
      try? FileManager.default.removeItem(at: temporary)
      throw error
    }
  }

  /// Waits until a file or a folder is on the disk.
  private func synchronize(_ url: URL) throws {
    let handle = try FileHandle(forReadingFrom: url)
    defer { try? handle.close() }
    try handle.synchronize()
  }

  private func read(_ url: URL, upTo count: Int) -> Data? {
    guard let handle = try? FileHandle(forReadingFrom: url) else { return nil }
    defer { try? handle.close() }
    // Nothing more to read is not a fault: the file is empty.
    do { return try handle.read(upToCount: count) ?? Data() } catch { return nil }
  }
}

extension DossierEchanges {
  /// Documents handed in, by the first two digits of their fingerprint.
  public var documents: URL { racine.appendingPathComponent("documents", isDirectory: true) }
}
