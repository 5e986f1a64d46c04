/// The standard collections whose own order changes from run to run: without care, the same value would have several bytes.
protocol HashOrdered {
  /// Whether they are written as an object, whose keys can then be sorted.
  static var isSortable: Bool { get }
}

extension Dictionary: HashOrdered {
  static var isSortable: Bool {
    Key.self == String.self || (Key.self is any CodingKeyRepresentable.Type && Key.self != Int.self)
  }
}

extension Set: HashOrdered {
  static var isSortable: Bool { false }
}

enum CanonicalOrder {
  /// Order of the keys of a dictionary: byte by byte as written between the quotes, the shorter first when one begins the other.
  static func precedes(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
    left.lexicographicallyPrecedes(right)
  }
}
