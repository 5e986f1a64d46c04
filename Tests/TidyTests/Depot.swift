import Foundation

/// The repository's own files, read as text.
enum Depot {
  /// The folder that holds Package.swift, found upwards from this file.
  static let racine: URL = {
    var folder = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    while folder.path.count > 1 {
      if FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path) { return folder }
      folder.deleteLastPathComponent()
    }
    return folder
  }()

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: racine.appending(path: path).path)
  }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: racine.appending(path: path), encoding: .utf8)
  }

  /// Paths, from the root, of the files of a folder that end like that, sorted.
  static func files(_ folder: String, suffix: String = ".swift") throws -> [String] {
    let found = FileManager.default.enumerator(atPath: racine.appending(path: folder).path)
    let paths = (found?.allObjects as? [String] ?? []).filter { $0.hasSuffix(suffix) }
    return paths.map { "\(folder)/\($0)" }.sorted()
  }

  /// The names of the modules under Sources.
  static func modules() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: racine.appending(path: "Sources").path).sorted()
  }
}

extension String {
  /// The lines with their numbers, the first being 1.
  var numberedLines: [(number: Int, text: Substring)] {
    split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { ($0 + 1, $1) }
  }
}

extension Substring {
  /// The line without its comment.
  var code: Substring { firstRange(of: "//").map { self[..<$0.lowerBound] } ?? self }
  var comment: Substring? { firstRange(of: "//").map { self[$0.upperBound...] } }
}
