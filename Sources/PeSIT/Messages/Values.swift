/// PI 5: octets 1 to 8 are the password, 9 to 16 the one that shall replace it.
public struct AccessControl: Hashable, Sendable {
  /// Without trailing blanks.
  public let password: Text
  /// Absent when the password stays.
  public let newPassword: Text?

  /// A password of at most eight octets.
  public init(password: Text, newPassword: Text? = nil) {
    self.password = Text(bytes: Array(password.bytes.prefix(8)))
    self.newPassword = newPassword.map { Text(bytes: Array($0.bytes.prefix(8))) }
  }

  /// Whether the password is this one; it takes as long for a wrong octet at the end as at the beginning.
  public func isPassword(_ expected: Text) -> Bool {
    let (given, wanted) = (password.significant, expected.significant)
    guard given.count == wanted.count else { return false }
    return zip(given, wanted).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }

  init?(bytes: [UInt8]) {
    guard bytes.count <= 16 else { return nil }
    password = Text(bytes: Array(bytes.prefix(8)))
    newPassword = bytes.count > 8 ? Text(bytes: Array(bytes.dropFirst(8))) : nil
  }

  var bytes: [UInt8] {
    guard let newPassword else { return password.bytes }
    return password.bytes + Array(repeating: 0x20, count: 8 - password.bytes.count) + newPassword.bytes
  }
}

/// PI 7: how often the sender puts a synchronisation point, and how many may wait for their acknowledgement.
public struct SyncOption: Hashable, Sendable {
  /// Kilobytes (1024 octets) of data between two points; 0 for no points; 65535 for « not said ».
  public var intervalKB: Int
  /// Points that may wait; 0 when points are not acknowledged.
  public var window: Int

  /// 0…65535 kilobytes, a window of 0…255.
  public init(intervalKB: Int, window: Int) {
    self.intervalKB = min(max(intervalKB, 0), 0xFFFF)
    self.window = min(max(window, 0), 255)
  }

  /// No points at all.
  public static let none = SyncOption(intervalKB: 0, window: 0)

  /// Points are put.
  public var isUsed: Bool { intervalKB > 0 }

  /// §7: both must want points; the smaller interval and the smaller window hold.
  public func agreed(with other: SyncOption?) -> SyncOption {
    guard let other, isUsed, other.isUsed else { return .none }
    return SyncOption(intervalKB: min(intervalKB, other.intervalKB), window: min(window, other.window))
  }

  init?(bytes: [UInt8]) {
    guard bytes.count == 3 else { return nil }
    self.init(intervalKB: Int(bytes[0]) << 8 | Int(bytes[1]), window: Int(bytes[2]))
  }

  var bytes: [UInt8] { [UInt8(intervalKB >> 8), UInt8(intervalKB & 0xFF), UInt8(window)] }
}

/// PI 14: the groups of attributes that a SELECT asks for.
///
/// Bits are numbered from the most significant one, as Transfer CFT's E0 (« all ») shows; a peer that counts from the
/// least significant one is understood too.
public struct AttributesWanted: OptionSet, Hashable, Sendable {
  /// The octet.
  public let rawValue: UInt8
  /// From the octet.
  public init(rawValue: UInt8) { self.rawValue = rawValue }
  /// PGI 30.
  public static let logical = AttributesWanted(rawValue: 0x80)
  /// PGI 40.
  public static let physical = AttributesWanted(rawValue: 0x40)
  /// PGI 50.
  public static let history = AttributesWanted(rawValue: 0x20)
  /// The three groups, as Transfer CFT asks.
  public static let all: AttributesWanted = [.logical, .physical, .history]

  /// The same wish with its bits counted from the most significant one.
  public var normalised: AttributesWanted {
    if rawValue & 0xE0 != 0 { return AttributesWanted(rawValue: rawValue & 0xE0) }
    return AttributesWanted(rawValue: (rawValue & 1) << 7 | (rawValue & 2) << 5 | (rawValue & 4) << 3)
  }

  init?(bytes: [UInt8]) {
    guard bytes.count == 1 else { return nil }
    self.init(rawValue: bytes[0])
  }

  var bytes: [UInt8] { [rawValue] }
}

/// PI 16.
public enum DataCode: UInt8, Hashable, Sendable, CaseIterable {
  case ascii = 0
  case ebcdic = 1
  case binary = 2
}

/// PI 17.
public enum Priority: UInt8, Hashable, Sendable, CaseIterable {
  case urgent = 0
  case normal = 1
  case low = 2
}

/// PI 19.
public enum EndCode: UInt8, Hashable, Sendable, CaseIterable {
  /// An error; a restart will come.
  case error = 4
  /// Suspended.
  case suspended = 8
  /// Given up by the server.
  case cancelledByServer = 12
  /// Given up by the requester.
  case cancelledByRequester = 16
}

/// PI 21: octet 1 says yes or no, octet 2 which (annex A).
public enum Compression: Hashable, Sendable, CaseIterable {
  case none
  case horizontal
  case vertical
  case both

  /// Runs of the same octet are shortened.
  public var isHorizontal: Bool { self == .horizontal || self == .both }
  /// Runs that repeat the article before are shortened.
  public var isVertical: Bool { self == .vertical || self == .both }

  /// §7: what a server that allows this answers to a proposal.
  public func agreed(with proposed: Compression) -> Compression {
    switch (self, proposed) {
    case (.both, _): proposed
    case (_, .both): self
    default: self == proposed ? self : .none
    }
  }

  /// Extensions that two Transfer CFTs have between them are not known here: they read as « no ».
  init?(bytes: [UInt8]) {
    guard bytes.count == 2 else { return nil }
    switch (bytes[0], bytes[1]) {
    case (1, 1): self = .horizontal
    case (1, 2): self = .vertical
    case (1, 3): self = .both
    default: self = .none
    }
  }

  var bytes: [UInt8] {
    switch self {
    case .none: [0, 0]
    case .horizontal: [1, 1]
    case .vertical: [1, 2]
    case .both: [1, 3]
    }
  }
}

/// PI 22.
public enum Access: UInt8, Hashable, Sendable, CaseIterable {
  case write = 0
  case read = 1
  case both = 2

  /// CREATE is for a connection that writes.
  public var allowsWriting: Bool { self != .read }
  /// SELECT is for a connection that reads.
  public var allowsReading: Bool { self != .write }
}

/// PI 31. What two Transfer CFTs call undefined (40) is variable to anyone else.
public enum ArticleFormat: UInt8, Hashable, Sendable, CaseIterable {
  case fixed = 0x00
  case variable = 0x80
  case undefined = 0x40

  init?(bytes: [UInt8]) {
    guard bytes.count == 1 else { return nil }
    self.init(rawValue: bytes[0])
  }
}

/// PI 33.
public enum Organisation: UInt8, Hashable, Sendable, CaseIterable {
  case sequential = 0
  case relative = 1
  case indexed = 2
}

/// PI 41.
public enum SpaceUnit: UInt8, Hashable, Sendable, CaseIterable {
  case kilobytes = 0
  case articles = 1
}
