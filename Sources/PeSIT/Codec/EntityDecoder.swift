import NIOCore

/// Cuts a stream into entities: finds the framing, the pre-connection and the checksum by itself when told to.
///
/// What it holds is never more than one entity and what was read with it.
public struct EntityDecoder: Sendable {
  /// What the next entity is.
  public enum Entity: Hashable, Sendable {
    case logon(Logon)
    /// ACK0 (true) or NAK0.
    case logonAnswer(Bool)
    case fpdus([FPDU])
  }

  /// What the stream is waited for.
  public enum Expectation: Hashable, Sendable {
    /// A server's first octets: a pre-connection or a CONNECT.
    case opening
    /// A requester's first octets: ACK0 or NAK0.
    case logonAnswer
    case fpdus
  }

  /// Why a stream is not read any further.
  public enum Fault: Error, Hashable, Sendable {
    /// The first octets are neither a pre-connection nor a CONNECT in any framing.
    case unknownFraming
    /// An entity's length cannot be.
    case badEntityLength(Int)
    /// Not ACK0 nor NAK0.
    case badLogonAnswer
    case fpdu(FPDUFault)
  }

  /// Found or told; nil until the first octets say.
  public private(set) var framing: Framing?
  /// Found in the CONNECT, or told.
  public private(set) var crc: Bool
  /// Most octets of an entity from now on: PI 25 while a file is open, else what the framing can carry.
  public var maxEntity = 0xFFFF
  private var expectation: Expectation
  private var buffer = ByteBuffer()

  /// A requester that knows its framing and checksum, or a server that finds them (nil).
  public init(framing: Framing?, crc: Bool, expecting expectation: Expectation) {
    self.framing = framing
    self.crc = crc
    self.expectation = expectation
  }

  /// Octets that wait for the rest of their entity.
  public var bufferedByteCount: Int { buffer.readableBytes }

  /// Adds what was read.
  ///
  /// Articles are parts of these buffers and keep them: one that was read into a buffer far larger than itself is copied, so
  /// that what waits takes the room that it is counted for.
  public mutating func append(_ bytes: inout ByteBuffer) {
    if buffer.readableBytes == 0 {
      buffer = bytes.readableBytes * 2 >= bytes.storageCapacity ? bytes : ByteBuffer(buffer: bytes)
      bytes.moveReaderIndex(to: bytes.writerIndex)
    } else {
      if buffer.readerIndex > 0 { buffer = joinable(with: bytes.readableBytes) }
      buffer.writeBuffer(&bytes)
    }
  }

  /// What is left of a buffer whose beginning articles keep, in one of its own: written to, the old one would be copied with
  /// all that was before.
  private func joinable(with more: Int) -> ByteBuffer {
    var left = ByteBufferAllocator().buffer(capacity: buffer.readableBytes + more)
    left.writeImmutableBuffer(buffer)
    return left
  }

  /// The next entity, or nil until more is read.
  ///
  /// - Throws: ``Fault``; the stream cannot be read any further.
  public mutating func next() throws(Fault) -> Entity? {
    guard let framing = try findFraming() else { return nil }
    switch expectation {
    case .opening: return try opening(framing)
    case .logonAnswer: return try logonAnswer(framing)
    case .fpdus: return try fpdus(framing)
    }
  }

  private mutating func findFraming() throws(Fault) -> Framing? {
    if let framing { return framing }
    guard buffer.readableBytes > 0 else { return nil }
    switch FramingDetection(buffer) {
    case .framing(let found): framing = found
    case .needsMore: return nil
    case .unknown: throw .unknownFraming
    }
    return framing
  }

  private mutating func opening(_ framing: Framing) throws(Fault) -> Entity? {
    let start = buffer.readerIndex + framing.headerLength
    guard let mark = buffer.getBytes(at: start, length: Logon.mark.count) else { return nil }
    guard mark == Logon.mark else {
      guard try findChecksum(at: start) else { return nil }
      expectation = .fpdus
      return try fpdus(framing)
    }
    guard let entity = try entity(framing, rawLength: Logon.length) else { return nil }
    guard let logon = Logon(decoding: entity) else { throw .badEntityLength(entity.readableBytes) }
    return .logon(logon)
  }

  /// CONNECT's own PI 1 says whether two octets follow it. False until all of it is here.
  private mutating func findChecksum(at start: Int) throws(Fault) -> Bool {
    guard let length = buffer.getInteger(at: start, as: UInt16.self).map(Int.init) else { return false }
    guard length >= FPDU.headerLength else { throw .fpdu(.badLength(length)) }
    guard var body = buffer.getSlice(at: start + FPDU.headerLength, length: length - FPDU.headerLength) else {
      return false
    }
    crc = (try? Parameters(decoding: &body))?[Key.crc] ?? false
    return true
  }

  private mutating func logonAnswer(_ framing: Framing) throws(Fault) -> Entity? {
    guard let entity = try entity(framing, rawLength: Logon.answerLength) else { return nil }
    expectation = .fpdus
    switch Array(entity.readableBytesView) {
    case Logon.accepted: return .logonAnswer(true)
    case Logon.refused: return .logonAnswer(false)
    default: throw .badLogonAnswer
    }
  }

  private mutating func fpdus(_ framing: Framing) throws(Fault) -> Entity? {
    guard let entity = try entity(framing, rawLength: nil) else { return nil }
    do {
      return .fpdus(try FPDU.decodeAll(entity, crc: crc))
    } catch {
      throw .fpdu(error)
    }
  }

  /// The octets of the next entity; in RAW, of a known length or of one FPDU.
  private mutating func entity(_ framing: Framing, rawLength: Int?) throws(Fault) -> ByteBuffer? {
    guard let length = try entityLength(framing, rawLength: rawLength) else { return nil }
    guard buffer.readableBytes >= framing.headerLength + length else { return nil }
    buffer.moveReaderIndex(forwardBy: framing.headerLength)
    return buffer.readSlice(length: length)
  }

  private func entityLength(_ framing: Framing, rawLength: Int?) throws(Fault) -> Int? {
    let start = buffer.readerIndex
    let length: Int?
    switch framing {
    case .h2: length = buffer.getInteger(at: start, as: UInt16.self).map(Int.init)
    case .raw: length = rawLength ?? buffer.getInteger(at: start, as: UInt16.self).map { Int($0) + (crc ? 2 : 0) }
    case .h4(let countsItself):
      length = buffer.getInteger(at: start, as: UInt32.self).map { Int($0) - (countsItself ? 4 : 0) }
    }
    guard let length else { return nil }
    guard (Logon.answerLength...maxEntity).contains(length) else { throw .badEntityLength(length) }
    return length
  }
}
