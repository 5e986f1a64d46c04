import Foundation

/// A file that a partner leaves at the centre's door.
public struct Envoi: Sendable {
  public let url: URL
  /// The partner's folder in `entrant/`.
  public let partenaire: String
  /// The transport stops after so many bytes; nil when all of it arrives.
  public let octets: Int?

  init(_ url: URL, _ partenaire: String, octets: Int? = nil) {
    self.url = url
    self.partenaire = partenaire
    self.octets = octets
  }

  /// Leaves it there, under its own name.
  public func deposer(in entrant: URL) throws {
    let folder = entrant.appendingPathComponent(partenaire, isDirectory: true)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let bytes = try Data(contentsOf: url)
    try bytes.prefix(octets ?? bytes.count).write(
      to: folder.appendingPathComponent(url.lastPathComponent), options: .atomic)
  }
}
