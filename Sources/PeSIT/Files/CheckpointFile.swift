import NIOCore

/// The last checkpoint of a file that is being received, in two slots written in turn: a write that was cut leaves the
/// other one. It keeps its length, so that forcing it to the disk is one write and no more.
final class CheckpointFile: Sendable {
  private static let slotLength = 64
  private let file: OpenFile

  init(_ path: String) throws(FileFault) {
    file = try OpenFile.writing(path)
    if try file.status().size < 2 * Self.slotLength {
      try file.write(ByteBuffer(repeating: 0, count: 2 * Self.slotLength), at: 0)
      try file.synchronise()
    }
  }

  /// The newest slot that is whole.
  func read() throws(FileFault) -> Checkpoint? {
    var buffer = ByteBuffer()
    _ = try file.read(at: 0, count: 2 * Self.slotLength, into: &buffer)
    let slots = [0, 1].compactMap { Self.decode(buffer, at: $0 * Self.slotLength) }
    return slots.max { $0.number < $1.number }
  }

  /// Keeps a checkpoint for good.
  func write(_ checkpoint: Checkpoint) throws(FileFault) {
    try file.write(Self.encode(checkpoint), at: (checkpoint.number & 1) * Self.slotLength)
    try file.synchronise()
  }

  /// None any more: a transfer begins anew.
  func clear() throws(FileFault) {
    try file.write(ByteBuffer(repeating: 0, count: 2 * Self.slotLength), at: 0)
    try file.synchronise()
  }

  private static func encode(_ checkpoint: Checkpoint) -> ByteBuffer {
    var buffer = ByteBuffer()
    for value in [checkpoint.number, checkpoint.offset, checkpoint.byteCount, checkpoint.articleCount] {
      buffer.writeInteger(Int64(value))
    }
    buffer.writeInteger(checkpoint.code?.rawValue ?? 0xFF)
    buffer.writeInteger(FNV.hash(buffer.readableBytesView))
    buffer.writeRepeatingByte(0, count: slotLength - buffer.readableBytes)
    return buffer
  }

  private static func decode(_ buffer: ByteBuffer, at start: Int) -> Checkpoint? {
    guard let content = buffer.getSlice(at: start, length: 33), content.readableBytesView.contains(where: { $0 != 0 }),
      buffer.getInteger(at: start + 33, as: UInt64.self) == FNV.hash(content.readableBytesView)
    else { return nil }
    let values = (0..<4).compactMap { buffer.getInteger(at: start + $0 * 8, as: Int64.self).map(Int.init) }
    var checkpoint = Checkpoint(
      number: values[0], offset: values[1], byteCount: values[2], articleCount: values[3])
    checkpoint.code = content.readableBytesView.last.flatMap(DataCode.init(rawValue:))
    return checkpoint
  }
}

/// FNV-1a, 64 bits: tells a cut write from a whole one, and names files of the state. Not against anyone's will.
enum FNV {
  static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
