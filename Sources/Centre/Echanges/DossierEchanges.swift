import Foundation

/// The folders through which files come and go.
///
/// `entrant/` (a sub-folder by partner) is emptied as files are taken; `recus/` keeps each as it came; `sortant/` holds
/// what the centre issues, each file appearing whole, by a rename.
public struct DossierEchanges: Sendable {
  public let racine: URL

  public init(_ racine: URL) throws {
    self.racine = racine
    for folder in [entrant, sortant, recus, courriels] {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
  }

  public var entrant: URL { racine.appendingPathComponent("entrant", isDirectory: true) }
  public var sortant: URL { racine.appendingPathComponent("sortant", isDirectory: true) }
  public var recus: URL { racine.appendingPathComponent("recus", isDirectory: true) }
  public var courriels: URL { racine.appendingPathComponent("courriels", isDirectory: true) }

  /// A received file's place, from the path that the base keeps.
  public func recu(_ chemin: String) -> URL { recus.appendingPathComponent(chemin) }

  /// Where an issued file goes: its kind's, its receiver's and its own name are safe by construction.
  public func emis(_ nom: String) -> URL { sortant.appendingPathComponent(nom) }
}

/// A file name made of what a partner sent: letters, digits, `.`, `-` and `_`, at most 120 bytes, never hidden.
public func safeName(_ nom: String) -> String {
  let bytes = nom.utf8.map { byte -> UInt8 in
    let letter = (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    return letter || byte == 0x2D || byte == 0x2E || byte == 0x5F ? byte : 0x5F
  }
  let kept = bytes.suffix(120).drop { $0 == 0x2E }
  return kept.isEmpty ? "fichier" : String(decoding: kept, as: UTF8.self)
}

/// Writes a small file so that it is seen whole or not at all.
public func writeAtomically(_ text: String, to url: URL) throws {
  try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
  try Data(text.utf8).write(to: url, options: .atomic)
}
