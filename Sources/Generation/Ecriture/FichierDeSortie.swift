import Foundation

/// A file being written beside its final name; it appears whole, by a rename.
final class FichierDeSortie {
  private let final: URL
  private let temporary: URL
  private let handle: FileHandle
  private var waiting: [UInt8] = []
  private var isFinished = false
  private static let pieceByteCount = 1 << 20

  init(_ url: URL) throws {
    final = url
    temporary = url.deletingLastPathComponent().appendingPathComponent(".\(url.lastPathComponent).partiel")
    let folder = url.deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data().write(to: temporary)
      handle = try FileHandle(forWritingTo: temporary)
    } catch {
      throw FauteDeGeneration("\(url.path) : impossible d’écrire dans ce dossier.")
    }
    waiting.reserveCapacity(2 * FichierDeSortie.pieceByteCount)
  }

  /// What was not finished leaves nothing behind.
  deinit {
    try? handle.close()
    if !isFinished { try? FileManager.default.removeItem(at: temporary) }
  }

  func write(_ bytes: [UInt8]) throws {
    waiting.append(contentsOf: bytes)
    if waiting.count >= FichierDeSortie.pieceByteCount { try flush() }
  }

  func finish() throws {
    try flush()
    try handle.close()
    guard rename(temporary.path, final.path) == 0 else {
      throw FauteDeGeneration("\(final.path) : impossible de donner son nom au fichier écrit.")
    }
    isFinished = true
  }

  private func flush() throws {
    do {
      try handle.write(contentsOf: waiting)
    } catch {
      throw FauteDeGeneration("\(final.path) : écriture interrompue, disque plein ou retiré.")
    }
    waiting.removeAll(keepingCapacity: true)
  }
}
