import NIOCore

/// Joins articles into a file: lines with their ends, or octets as they come.
struct ArticleWriter {
  private static let writeLength = 0x40000
  private let file: OpenFile
  let format: FileFormat
  /// Octets of the file, those that wait included.
  private(set) var offset: Int
  private var waiting = ByteBuffer()

  init(_ file: OpenFile, format: FileFormat, from offset: Int) {
    self.file = file
    self.format = format
    self.offset = offset
    waiting.reserveCapacity(Self.writeLength)
  }

  var code: DataCode { format.code }

  mutating func append(_ article: ByteBuffer) throws(FileFault) {
    let start = waiting.readableBytes
    switch format.code {
    case .binary: waiting.writeImmutableBuffer(article)
    case .ascii:
      waiting.writeImmutableBuffer(article)
      waiting.writeInteger(UInt8(0x0A))
    case .ebcdic:
      waiting.writeString(String(String.UnicodeScalarView(article.readableBytesView.map(Self.scalar))))
      waiting.writeInteger(UInt8(0x0A))
    }
    offset += waiting.readableBytes - start
    if waiting.readableBytes >= Self.writeLength { try flush() }
  }

  mutating func flush() throws(FileFault) {
    guard waiting.readableBytes > 0 else { return }
    try file.write(waiting, at: offset - waiting.readableBytes)
    waiting.clear()
  }

  private static func scalar(_ ebcdic: UInt8) -> Unicode.Scalar { Unicode.Scalar(EBCDIC.toLatin1[Int(ebcdic)]) }
}
