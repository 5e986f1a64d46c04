import NIOCore

/// One message of the protocol with its header (§4.7.1).
public struct FPDU: Hashable, Sendable {
  /// Octets of the header.
  public static let headerLength = 6

  /// Octet 5: the addressee's connection id; 0 when not known.
  public var destination: UInt8
  /// Octet 6 in the connection phase: the emitter's connection id. 0 otherwise.
  public var source: UInt8
  /// What it says.
  public var body: FPDUBody

  /// A message and its ids.
  public init(to destination: UInt8, from source: UInt8 = 0, _ body: FPDUBody) {
    self.destination = destination
    self.source = source
    self.body = body
  }

  /// Writes header and body, and the checksum after them if the connection has one.
  public func encode(into buffer: inout ByteBuffer, crc: Bool = false) {
    let start = buffer.writerIndex
    buffer.writeInteger(UInt16(0))
    buffer.writeInteger(body.code.rawValue)
    buffer.writeInteger(destination)
    switch body {
    case .data(let unit):
      buffer.writeInteger(unit.articleCount)
      buffer.writeImmutableBuffer(unit.content)
    default:
      buffer.writeInteger(source)
      body.parameters?.encode(into: &buffer)
    }
    buffer.setInteger(UInt16(buffer.writerIndex - start), at: start)
    if crc { Checksum.append(to: &buffer, from: start) }
  }

  /// Its octets, without transport header.
  public func encoded(crc: Bool = false) -> ByteBuffer {
    var buffer = ByteBuffer()
    encode(into: &buffer, crc: crc)
    return buffer
  }
}

/// Why octets are not an FPDU.
public enum FPDUFault: Error, Hashable, Sendable {
  /// Shorter than its header, or longer than what holds it.
  case badLength(Int)
  /// No message has this class and type.
  case unknownCode(UInt16)
  /// The two octets after it do not verify it.
  case badChecksum
  /// Its parameters are not right.
  case parameter(FPDUCode, ParameterFault)
  /// Messages that must travel alone share an entity (§4.5).
  case mustTravelAlone(FPDUCode)

  /// What it is answered with.
  public var diagnostic: Diagnostic {
    switch self {
    case .badChecksum: .networkIncident
    case .parameter(_, let fault) where fault.reason != .badLength: .badParameter
    case .badLength, .unknownCode, .parameter, .mustTravelAlone: .protocolError
    }
  }
}

extension FPDU {
  /// Reads one FPDU, and its checksum if the connection has one.
  ///
  /// - Throws: ``FPDUFault``.
  public init(decoding entity: inout ByteBuffer, crc: Bool = false) throws(FPDUFault) {
    let start = entity.readerIndex
    let length = entity.getInteger(at: start, as: UInt16.self).map(Int.init) ?? 0
    let covered = entity.getSlice(at: start, length: length + 2)
    guard length >= Self.headerLength, var whole = entity.readSlice(length: length) else {
      throw .badLength(length)
    }
    if crc {
      guard let covered, Checksum.isRight(covered) else { throw .badChecksum }
      entity.moveReaderIndex(forwardBy: 2)
    }
    try self.init(whole: &whole)
  }

  private init(whole: inout ByteBuffer) throws(FPDUFault) {
    guard let header = whole.readMultipleIntegers(as: (UInt16, UInt16, UInt8, UInt8).self) else {
      throw .badLength(whole.readableBytes)
    }
    guard let code = FPDUCode(rawValue: header.1) else { throw .unknownCode(header.1) }
    destination = header.2
    source = code.isData ? 0 : header.3
    do {
      body = try FPDUBody(code, articleCount: header.3, decoding: &whole)
    } catch {
      throw .parameter(code, error)
    }
  }

  /// Reads all FPDUs of an entity.
  ///
  /// - Throws: ``FPDUFault``; also when messages that must travel alone do not.
  public static func decodeAll(_ entity: ByteBuffer, crc: Bool = false) throws(FPDUFault) -> [FPDU] {
    var entity = entity
    var fpdus: [FPDU] = []
    repeat { fpdus.append(try FPDU(decoding: &entity, crc: crc)) } while entity.readableBytes > 0
    if fpdus.count > 1, let alone = fpdus.first(where: { crc || !$0.body.code.isConcatenable }) {
      throw .mustTravelAlone(alone.body.code)
    }
    return fpdus
  }
}
