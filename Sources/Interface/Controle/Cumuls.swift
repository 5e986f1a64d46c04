/// What is counted over a file: saved with each batch, so that a reading may be resumed where it stopped.
public struct Cumuls: Hashable, Sendable, Codable {
  /// Records of every type present, header and trailer included.
  public private(set) var total = 0
  /// By index of type in the genre.
  public private(set) var comptes: [Int]
  /// By sum of the trailer, in the order of its fields: cents or units.
  public private(set) var sommes: [Int64]
  /// Sums that an unreadable amount prevents from being checked.
  public private(set) var illisibles: [Bool]
  /// Signalled anomalies (902 to 905), ascending.
  public private(set) var anomalies: [CodeAnomalie] = []
  /// Records rejected so far.
  public private(set) var rejets = 0
  /// The first readable trailer has been read.
  public internal(set) var isOver = false

  init(typeCount: Int, sommeCount: Int) {
    comptes = Array(repeating: 0, count: typeCount)
    sommes = Array(repeating: 0, count: sommeCount)
    illisibles = Array(repeating: false, count: sommeCount)
  }

  mutating func count(typeIndex: Int) {
    total += 1
    if typeIndex >= 0 { comptes[typeIndex] += 1 }
  }

  mutating func add(_ value: Int64, to somme: Int) {
    let (sum, overflow) = sommes[somme].addingReportingOverflow(value)
    sommes[somme] = sum
    if overflow { illisibles[somme] = true }
  }

  mutating func spoil(_ somme: Int) { illisibles[somme] = true }

  mutating func addRejects(_ count: Int) { rejets += count }

  mutating func signal(_ code: CodeAnomalie) {
    guard !anomalies.contains(code) else { return }
    anomalies.append(code)
    anomalies.sort()
  }
}

/// Where a reading may be resumed: after a group, never inside one.
public struct Reprise: Hashable, Sendable, Codable {
  /// First byte of the next record, from 0.
  public let position: Int64
  /// Its physical rank, from 1.
  public let ligne: Int
  public let cumuls: Cumuls
  /// Where the first readable trailer stands, if it has been read: records may follow it.
  public var enQueue: Place?

  /// A record of the file.
  public struct Place: Hashable, Sendable, Codable {
    public let ligne: Int
    public let position: Int64
  }
}
