/// A generic name of SELECT: `*` for any octets, `?` for one (§12: « criteria are between partners »).
public struct Pattern: Hashable, Sendable {
  private let octets: [UInt8]

  /// A name, or a pattern.
  public init(_ name: Text) { octets = Array(name.significant) }

  /// It names more than one file, perhaps.
  public var isGeneric: Bool { octets.contains(0x2A) || octets.contains(0x3F) }

  /// Whether a name is meant; linear in the two lengths but for what lies behind the last `*` tried.
  public func matches(_ name: Text) -> Bool {
    let name = Array(name.significant)
    var (place, index) = (0, 0)
    var lastStar: (place: Int, index: Int)?
    while index < name.count {
      if place < octets.count, octets[place] == 0x2A {
        lastStar = (place, index)
        place += 1
      } else if place < octets.count, octets[place] == 0x3F || octets[place] == name[index] {
        place += 1
        index += 1
      } else if let star = lastStar {
        lastStar = (star.place, star.index + 1)
        place = star.place + 1
        index = star.index + 1
      } else {
        return false
      }
    }
    return octets[place...].allSatisfy { $0 == 0x2A }
  }
}
