import NIOCore

/// How entities of a transfer are laid out.
public struct EntityLayout: Hashable, Sendable {
  /// The connection's framing.
  public var framing: Framing
  /// The peer's connection id.
  public var destination: UInt8
  /// PI 25 as agreed.
  public var maxEntity: Int
  /// PI 1 as agreed.
  public var crc: Bool

  /// Below it hardly anything fits an entity beside its header: PI 25 is refused.
  public static let smallestEntity = 64

  /// What a connection and a file agreed on.
  public init(framing: Framing, destination: UInt8, maxEntity: Int, crc: Bool) {
    self.framing = framing
    self.destination = destination
    self.maxEntity = maxEntity
    self.crc = crc
  }

  /// Most octets of an article that fits an entity whole.
  var room: Int { maxEntity - FPDU.headerLength - (crc ? 2 : 0) }
}

/// Packs articles into entities, framed and ready to leave (§11).
///
/// Several small articles share a DTF, one alone travels without its length, one that is too long is cut into DTFDA,
/// DTFMA and DTFFA. A SYN joins the entity that is open. With a checksum, an entity is one FPDU.
public struct EntityPacker: Sendable {
  private let layout: EntityLayout
  /// Entities that are whole, and the one that is open.
  private var output = ByteBuffer()
  /// Where the open entity's header begins.
  private var entityStart: Int?
  /// Where the open DTF begins, and how many articles it holds.
  private var groupStart = 0
  private var groupCount = 0

  /// For one data phase.
  public init(_ layout: EntityLayout) { self.layout = layout }

  /// Octets that ``take()`` will give.
  public var byteCount: Int { output.readableBytes }

  /// Adds an article, compressed if the transfer is; one without octets is left out, no FPDU may be empty.
  public mutating func append(_ article: ByteBuffer) {
    guard article.readableBytes > 0 else { return }
    guard article.readableBytes <= layout.room else { return appendSegments(of: article) }
    if groupCount > 0, groupCount < 255, openLength + growth(of: article) <= layout.maxEntity {
      addToGroup(article)
    } else {
      startGroup(article)
    }
  }

  /// Puts a synchronisation point.
  public mutating func appendSync(_ number: Int) {
    append(FPDU(to: layout.destination, .sync(Sync(number))))
  }

  /// All entities so far, whole.
  public mutating func take() -> ByteBuffer {
    closeEntity()
    defer { output = ByteBuffer() }
    return output
  }

  /// Octets of the open entity, its transport header apart.
  private var openLength: Int {
    entityStart.map { output.writerIndex - $0 - layout.framing.headerLength } ?? 0
  }

  /// A second article makes the first one need its length too.
  private func growth(of article: ByteBuffer) -> Int {
    2 + article.readableBytes + (groupCount == 1 ? 2 : 0) + (layout.crc ? 2 : 0)
  }

  private mutating func startGroup(_ article: ByteBuffer) {
    closeGroup()
    openEntity(for: FPDU.headerLength + article.readableBytes + (layout.crc ? 2 : 0))
    groupStart = output.writerIndex
    output.writeMultipleIntegers(UInt16(0), FPDUCode.data.rawValue, layout.destination, UInt8(0))
    output.writeImmutableBuffer(article)
    groupCount = 1
  }

  private mutating func addToGroup(_ article: ByteBuffer) {
    if groupCount == 1 { prefixFirst() }
    output.writeInteger(UInt16(article.readableBytes))
    output.writeImmutableBuffer(article)
    groupCount += 1
  }

  /// The article that was alone gets its length before it.
  private mutating func prefixFirst() {
    let start = groupStart + FPDU.headerLength
    let length = output.writerIndex - start
    output.writeInteger(UInt16(0))
    do {
      try output.copyBytes(at: start, to: start + 2, length: length)
    } catch {
      preconditionFailure("the article and the two octets after it were just written: \(error)")
    }
    output.setInteger(UInt16(length), at: start)
  }

  private mutating func closeGroup() {
    guard groupCount > 0 else { return }
    output.setInteger(UInt16(output.writerIndex - groupStart), at: groupStart)
    output.setInteger(UInt8(groupCount > 1 ? groupCount : 0), at: groupStart + 5)
    if layout.crc { Checksum.append(to: &output, from: groupStart) }
    groupCount = 0
  }

  /// The open entity if there is room in it, else a new one.
  private mutating func openEntity(for length: Int) {
    if entityStart != nil, layout.crc || openLength + length > layout.maxEntity { closeEntity() }
    guard entityStart == nil else { return }
    entityStart = output.writerIndex
    layout.framing.writeHeader(entityLength: 0, into: &output)
  }

  private mutating func closeEntity() {
    closeGroup()
    guard let start = entityStart else { return }
    let end = output.writerIndex
    output.moveWriterIndex(to: start)
    layout.framing.writeHeader(entityLength: end - start - layout.framing.headerLength, into: &output)
    output.moveWriterIndex(to: end)
    entityStart = nil
  }

  private mutating func append(_ fpdu: FPDU) {
    closeGroup()
    let encoded = fpdu.encoded(crc: layout.crc)
    openEntity(for: encoded.readableBytes)
    output.writeImmutableBuffer(encoded)
  }

  private mutating func appendSegments(of article: ByteBuffer) {
    closeEntity()
    var rest = article
    var part = DataUnit.Part.start
    while let piece = rest.readSlice(length: min(layout.room, rest.readableBytes)) {
      if rest.readableBytes == 0 { part = .last }
      append(FPDU(to: layout.destination, .data(DataUnit(part: part, content: piece))))
      if part == .last { return }
      closeEntity()
      part = .middle
    }
  }
}
