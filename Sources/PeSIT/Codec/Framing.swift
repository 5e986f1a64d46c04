import NIOCore

/// How entities are told apart on a stream (§2.1 of docs/pesit.md).
public enum Framing: Hashable, Sendable {
  /// Two octets of length before each entity, not counted in it: « GSIT PeSIT E on TCP/IP ».
  case h2
  /// FPDUs back to back, each by its own length.
  case raw
  /// Four octets of length before each entity, guessed at for Transfer CFT's own default; whether they count themselves
  /// is read off the first one.
  case h4(countsItself: Bool)

  /// Octets before each entity.
  public var headerLength: Int {
    switch self {
    case .h2: 2
    case .raw: 0
    case .h4: 4
    }
  }

  /// For traces.
  public var name: String {
    switch self {
    case .h2: "H2"
    case .raw: "RAW"
    case .h4(let countsItself): countsItself ? "H4 (header counted)" : "H4"
    }
  }

  /// Writes an entity after its header.
  func write(_ entity: ByteBuffer, into buffer: inout ByteBuffer) {
    writeHeader(entityLength: entity.readableBytes, into: &buffer)
    buffer.writeImmutableBuffer(entity)
  }

  /// Writes the header of an entity whose octets follow.
  func writeHeader(entityLength: Int, into buffer: inout ByteBuffer) {
    switch self {
    case .h2: buffer.writeInteger(UInt16(entityLength))
    case .raw: break
    case .h4(let countsItself): buffer.writeInteger(UInt32(entityLength + (countsItself ? 4 : 0)))
    }
  }
}

extension Framing {
  /// The framing of captured octets, wherever the capture begins: a length of two octets before an FPDU that is not
  /// longer, or an FPDU at once.
  public static func guess(_ octets: ByteBuffer) -> Framing {
    if case .framing(let found) = FramingDetection(octets) { return found }
    let start = octets.readerIndex
    guard let length = octets.getInteger(at: start, as: UInt16.self),
      let inner = octets.getInteger(at: start + 2, as: UInt16.self),
      let code = octets.getInteger(at: start + 4, as: UInt16.self)
    else { return .raw }
    return FPDUCode(rawValue: code) != nil && inner <= length && inner >= 6 ? .h2 : .raw
  }
}

/// What the first octets of a connection say of its framing.
enum FramingDetection {
  case framing(Framing)
  case needsMore
  case unknown

  /// Tries a header of 0, 2 and 4 octets: behind it is either the pre-connection's mark or a CONNECT.
  init(_ buffer: ByteBuffer) {
    var needsMore = false
    for headerLength in [0, 2, 4] {
      switch Self.look(buffer, behind: headerLength) {
      case .some(let length):
        self = .framing(Self.framing(buffer, headerLength: headerLength, entityLength: length))
        return
      case .none: needsMore = needsMore || buffer.readableBytes < headerLength + 6
      }
    }
    self = needsMore ? .needsMore : .unknown
  }

  /// The length of the entity that begins behind a header, if one does.
  private static func look(_ buffer: ByteBuffer, behind headerLength: Int) -> Int? {
    let start = buffer.readerIndex + headerLength
    if let mark = buffer.getBytes(at: start, length: Logon.mark.count), mark == Logon.mark { return Logon.length }
    guard let length = buffer.getInteger(at: start, as: UInt16.self),
      buffer.getInteger(at: start + 2, as: UInt16.self) == FPDUCode.connect.rawValue
    else { return nil }
    return (6...2048).contains(length) ? Int(length) : nil
  }

  private static func framing(_ buffer: ByteBuffer, headerLength: Int, entityLength: Int) -> Framing {
    switch headerLength {
    case 0: return .raw
    case 2: return .h2
    default:
      let announced = buffer.getInteger(at: buffer.readerIndex, as: UInt32.self).map(Int.init) ?? 0
      return .h4(countsItself: announced >= entityLength + 4)
    }
  }
}
