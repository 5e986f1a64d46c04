import NIOCore

/// A parameter that is missing, or whose octets are not a value of it: answered with 3 318; with 3 311 when the lengths
/// do not even add up.
public struct ParameterFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong with it.
  public enum Reason: Hashable, Sendable {
    case missing
    case badValue
    case tooLong
    /// The lengths of the units do not add up to the FPDU's.
    case badLength
  }
  /// The parameter's code; 0 when the units themselves cannot be told apart.
  public let pi: UInt8
  /// What is wrong with it.
  public let reason: Reason

  /// In English, for traces and PI 29.
  public var description: String {
    let name = PI.defined(pi).map { " (\($0.name))" } ?? ""
    return switch reason {
    case .missing: "PI \(pi)\(name) is missing"
    case .badValue: "PI \(pi)\(name) has a value that it cannot have"
    case .tooLong: "PI \(pi)\(name) is too long"
    case .badLength: "the lengths of the parameters do not add up"
    }
  }
}

/// The parameters of an FPDU, in the order and with the octets in which they travel (§4.7.2).
///
/// What was received is kept as it came, unknown parameters included, so that it encodes to the same octets; what is
/// set here goes to its place in ascending order, in its group.
public struct Parameters: Hashable, Sendable {
  /// PI or PGI.
  public enum Unit: Hashable, Sendable {
    case parameter(UInt8, [UInt8])
    case group(UInt8, [Unit])

    /// The code that orders it.
    public var code: UInt8 {
      switch self {
      case .parameter(let code, _), .group(let code, _): code
      }
    }
  }

  /// As they travel.
  public private(set) var units: [Unit] = []

  /// None yet.
  public init() {}

  /// The value of a parameter, wherever it is; nil when absent or not a value. The first one counts (§4.7.2).
  public subscript<Value>(key: ParameterKey<Value>) -> Value? {
    get { octets(of: key.pi.code).flatMap(key.decode) }
    set { set(key.pi, to: newValue.map(key.encode)) }
  }

  /// The octets of a parameter; an empty one counts as absent.
  public func octets(of code: UInt8) -> [UInt8]? { Self.octets(of: code, in: units) }

  private static func octets(of code: UInt8, in units: [Unit]) -> [UInt8]? {
    for unit in units {
      switch unit {
      case .parameter(code, let bytes) where !bytes.isEmpty: return bytes
      case .group(_, let inner): if let bytes = octets(of: code, in: inner) { return bytes }
      case .parameter: continue
      }
    }
    return nil
  }

  /// Puts a parameter in its group, or the group of a message's own rather than the top: PI 3 and 4 of PGI 9.
  mutating func set(_ pi: PI, to bytes: [UInt8]?, in group: PGI? = nil) {
    guard let group = group ?? pi.group else { return Self.place(pi.code, bytes, in: &units) }
    let index = units.firstIndex { $0.code == group.rawValue }
    var inner: [Unit] = []
    if let index, case .group(_, let there) = units[index] { inner = there }
    Self.place(pi.code, bytes, in: &inner)
    Self.place(group, inner, in: &units)
  }

  private static func place(_ code: UInt8, _ bytes: [UInt8]?, in units: inout [Unit]) {
    units.removeAll { $0.code == code }
    guard let bytes, !bytes.isEmpty else { return }
    insert(.parameter(code, bytes), in: &units)
  }

  private static func place(_ group: PGI, _ inner: [Unit], in units: inout [Unit]) {
    units.removeAll { $0.code == group.rawValue }
    if !inner.isEmpty { insert(.group(group.rawValue, inner), in: &units) }
  }

  private static func insert(_ unit: Unit, in units: inout [Unit]) {
    units.insert(unit, at: units.firstIndex { $0.code > unit.code } ?? units.count)
  }
}

extension Parameters {
  /// All units as they travel, hexadecimal.
  public var hexadecimal: String {
    var buffer = ByteBuffer()
    encode(into: &buffer)
    return hex(buffer.readableBytesView)
  }

  /// From the octets of units, hexadecimal; nil when they are not.
  public init?(hexadecimal text: String) {
    guard let bytes = hexadecimalOctets(text) else { return nil }
    var buffer = ByteBuffer(bytes: bytes)
    guard let parameters = try? Parameters(decoding: &buffer) else { return nil }
    self = parameters
  }

  /// Reads all units of an FPDU's body.
  ///
  /// - Throws: ``ParameterFault`` `badLength` when a unit is cut.
  public init(decoding body: inout ByteBuffer) throws(ParameterFault) {
    units = try Self.decodeUnits(&body, grouped: false)
  }

  private static func decodeUnits(_ body: inout ByteBuffer, grouped: Bool) throws(ParameterFault) -> [Unit] {
    var units: [Unit] = []
    while let code = body.readInteger(as: UInt8.self) {
      guard let length = decodeLength(&body), var value = body.readSlice(length: length) else {
        throw ParameterFault(pi: code, reason: .badLength)
      }
      if !grouped, PGI(rawValue: code) != nil {
        units.append(.group(code, try decodeUnits(&value, grouped: true)))
      } else {
        units.append(.parameter(code, Array(value.readableBytesView)))
      }
    }
    return units
  }

  /// One octet up to 254; FF announces two more.
  private static func decodeLength(_ body: inout ByteBuffer) -> Int? {
    guard let short = body.readInteger(as: UInt8.self) else { return nil }
    return short < 0xFF ? Int(short) : body.readInteger(as: UInt16.self).map(Int.init)
  }

  /// Every parameter that is known has a value that it can have, and those that must be there are.
  func check(mandatory: [PI]) throws(ParameterFault) {
    for pi in mandatory where octets(of: pi.code) == nil { throw ParameterFault(pi: pi.code, reason: .missing) }
    try Self.check(units)
  }

  private static func check(_ units: [Unit]) throws(ParameterFault) {
    for unit in units {
      switch unit {
      case .group(_, let inner): try check(inner)
      case .parameter(let code, let bytes): try check(code, bytes)
      }
    }
  }

  private static func check(_ code: UInt8, _ bytes: [UInt8]) throws(ParameterFault) {
    guard let pi = PI.defined(code), !bytes.isEmpty else { return }
    guard pi.significant(bytes).count <= pi.maxLength else { throw ParameterFault(pi: code, reason: .tooLong) }
    guard isValue(bytes, of: pi) else { throw ParameterFault(pi: code, reason: .badValue) }
  }

  private static func isValue(_ bytes: [UInt8], of pi: PI) -> Bool {
    switch pi.kind {
    case .text: true
    case .number: pi.significant(bytes).count < 8
    case .symbol(let symbols): symbols.contains(pi.significant(bytes)[0])
    case .mask: bytes.count == 1
    // Blanks and zeros stand for « no date » with some peers.
    case .date: bytes.count == 12 && bytes.allSatisfy { $0 == 0x20 || (0x30...0x39).contains($0) }
    case .aggregate(let lengths): lengths.contains(bytes.count)
    }
  }

  /// Writes all units.
  func encode(into buffer: inout ByteBuffer) {
    for unit in units { Self.encode(unit, into: &buffer) }
  }

  private static func encode(_ unit: Unit, into buffer: inout ByteBuffer) {
    var value = ByteBuffer()
    switch unit {
    case .parameter(_, let bytes): value.writeBytes(bytes)
    case .group(_, let inner): for unit in inner { encode(unit, into: &value) }
    }
    buffer.writeInteger(unit.code)
    if value.readableBytes < 0xFF {
      buffer.writeInteger(UInt8(value.readableBytes))
    } else {
      buffer.writeInteger(UInt8(0xFF))
      buffer.writeInteger(UInt16(value.readableBytes))
    }
    buffer.writeBuffer(&value)
  }
}
