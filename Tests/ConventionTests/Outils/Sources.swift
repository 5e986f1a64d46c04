import Foundation

/// The module's own sources, for what must be listed whole.
enum Sources {
  /// Every Swift file of the convention's module, by its name.
  static func convention() throws -> [(nom: String, texte: String)] {
    let here = URL(filePath: #filePath).resolvingSymlinksInPath()
    let root = (0..<4).reduce(here) { url, _ in url.deletingLastPathComponent() }
    let folder = root.appending(path: "Sources/Convention")
    let found = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []
    return try found.filter { $0.hasSuffix(".swift") }.sorted().map {
      ($0, try String(contentsOf: folder.appending(path: $0), encoding: .utf8))
    }
  }
}
