import Foundation

/// Watches `entrant/` and its sub-folders: a file is ready once its size and date have not changed for a while.
struct Arrivees {
  /// A file that may be taken.
  struct Depot: Hashable, Sendable {
    let url: URL
    /// The sub-folder that it came by.
    let partenaire: String?
  }

  private struct Aspect: Equatable {
    let size: Int
    let modified: Date
    let since: ContinuousClock.Instant
  }

  private let entrant: URL
  private let patience: Duration
  private var seen: [Depot: Aspect] = [:]
  /// What could not be taken, until when it is left alone.
  private var postponed: [Depot: ContinuousClock.Instant] = [:]

  init(_ entrant: URL, patience: Duration = .seconds(2)) {
    self.entrant = entrant
    self.patience = patience
  }

  /// Files ready to be taken, the oldest first, then by name.
  mutating func ready() -> [Depot] {
    let now = ContinuousClock.now
    var aspects: [Depot: Aspect] = [:]
    for depot in depots() {
      guard let (size, modified) = Arrivees.aspect(depot.url) else { continue }
      let known = seen[depot].flatMap { $0.size == size && $0.modified == modified ? $0 : nil }
      aspects[depot] = known ?? Aspect(size: size, modified: modified, since: now)
    }
    seen = aspects
    postponed = postponed.filter { $0.value > now }
    return aspects.filter { now - $0.value.since >= patience && postponed[$0.key] == nil }
      .sorted { ($0.value.modified, $0.key.url.path) < ($1.value.modified, $1.key.url.path) }.map(\.key)
  }

  /// Leaves a file alone for a minute: what stopped it may pass.
  mutating func postpone(_ depot: Depot) { postponed[depot] = ContinuousClock.now + .seconds(60) }

  private func depots() -> [Depot] {
    let names = Arrivees.names(entrant)
    let folders = names.filter { Arrivees.isFolder(entrant.appendingPathComponent($0)) }
    let partners = folders.flatMap { partner in
      let folder = entrant.appendingPathComponent(partner, isDirectory: true)
      return Arrivees.names(folder).map { Depot(url: folder.appendingPathComponent($0), partenaire: partner) }
    }
    return names.map { Depot(url: entrant.appendingPathComponent($0), partenaire: nil) } + partners
  }

  /// Names that are whole: hidden and partial ones are still being written.
  private static func names(_ folder: URL) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { !$0.hasPrefix(".") && !$0.hasSuffix(".partiel") && !$0.hasSuffix(".tmp") }
  }

  private static func isFolder(_ url: URL) -> Bool {
    (try? url.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory ?? false
  }

  private static func aspect(_ url: URL) -> (size: Int, modified: Date)? {
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: url.path),
      attributes[.type] as? FileAttributeType == .typeRegular, let size = attributes[.size] as? Int,
      let modified = attributes[.modificationDate] as? Date
    else { return nil }
    return (size, modified)
  }
}
