/// How a command ends, as scripts read it.
enum Issue: Int32, Sendable {
  case fait = 0
  /// Refused, with the reasons said.
  case refuse = 1
  /// The command line or the configuration is wrong.
  case mauvaisUsage = 2
  /// Disk, base, network: what is out of order was said.
  case faute = 3
}

/// A wrong command line or setting, in one French sentence.
struct MauvaisUsage: Error, Hashable, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// A request that is well formed and refused, with its reasons.
struct DemandeRefusee: Error, Hashable, CustomStringConvertible {
  let raisons: [String]
  init(_ raisons: [String]) { self.raisons = raisons }
  init(_ raison: String) { raisons = [raison] }
  var description: String { raisons.joined(separator: "\n") }
}

/// Something that could not be read, written or reached, in one French sentence without personal data.
struct Faute: Error, Hashable, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
