/// A group of parameters (§4.7.2): PGI 9, 30, 40 and 50 of the profile hors-SIT.
public enum PGI: UInt8, Hashable, Sendable, CaseIterable {
  case fileIdentifier = 9
  case logicalAttributes = 30
  case physicalAttributes = 40
  case history = 50

  /// The standard's name, in English.
  public var name: String {
    switch self {
    case .fileIdentifier: "file identifier"
    case .logicalAttributes: "logical attributes"
    case .physicalAttributes: "physical attributes"
    case .history: "history"
    }
  }
}

/// A parameter of the protocol: its code, its coding, its bounds, the group it belongs to (§4.7.3).
public struct PI: Hashable, Sendable {
  /// How a value is coded (§4.7.2).
  public enum Kind: Hashable, Sendable {
    /// C: text; trailing blanks do not count.
    case text
    /// N: unsigned, most significant octet first; leading zeros need not be there.
    case number
    /// S: one octet out of those listed.
    case symbol(Set<UInt8>)
    /// M: one octet, a bit each.
    case mask
    /// D: twelve digits, YYMMDDhhmmss.
    case date
    /// A: a fixed layout, never shortened; its lengths allowed.
    case aggregate(ClosedRange<Int>)
  }

  /// 1…99.
  public let code: UInt8
  /// In English, as traces show it.
  public let name: String
  /// How the value is coded.
  public let kind: Kind
  /// Most octets of a value; Transfer CFT's own limits where they are wider.
  public let maxLength: Int
  /// The group it travels in, if any.
  public let group: PGI?

  init(_ code: UInt8, _ name: String, _ kind: Kind, _ maxLength: Int, in group: PGI? = nil) {
    self.code = code
    self.name = name
    self.kind = kind
    self.maxLength = maxLength
    self.group = group
  }

  /// Octets without the zeros that may stand before a number or a symbol (§4.7.2); one at least.
  func significant(_ bytes: [UInt8]) -> [UInt8] {
    switch kind {
    case .number, .symbol: Array(bytes.drop { $0 == 0 }.isEmpty ? bytes.suffix(1) : bytes.drop { $0 == 0 })
    case .text, .mask, .date, .aggregate: bytes
    }
  }

  /// The definition of a code, if it is one of the profile's.
  public static func defined(_ code: UInt8) -> PI? { table[code] }

  private static let table = Dictionary(uniqueKeysWithValues: Key.all.map { ($0.code, $0) })
}
