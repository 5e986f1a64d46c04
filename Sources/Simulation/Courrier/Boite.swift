import Foundation

/// What the centre has issued, each file read once, by the one it is addressed to.
struct Boite {
  private let sortant: URL
  private var seen: Set<String> = []

  init(_ sortant: URL) { self.sortant = sortant }

  /// Files that were not there the last time, by receiver: an étude's code, or an exploitation's.
  mutating func relever() throws -> [String: [URL]] {
    let names = try FileManager.default.contentsOfDirectory(atPath: sortant.path).filter { !$0.hasPrefix(".") }
    var found: [String: [URL]] = [:]
    for name in names.sorted() where seen.insert(name).inserted {
      guard let receiver = Boite.destinataire(name) else { continue }
      found[receiver, default: []].append(sortant.appendingPathComponent(name))
    }
    return found
  }

  /// `GENRE.APPLICATION.EXPLOITATION[.ETUDE].AAAAMMJJ.SEQUENCE`.
  private static func destinataire(_ name: String) -> String? {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    return switch parts.count {
    case 6: parts[3]
    case 5: parts[2]
    default: nil
    }
  }
}
