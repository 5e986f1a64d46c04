import NIOCore

/// Cuts a file into articles, from a place on.
struct ArticleReader {
  /// Why a file cannot be cut.
  enum Fault: Error, Hashable, Sendable {
    case file(FileFault)
    /// A line, counted from the place begun at, is longer than an article may be.
    case lineTooLong(Int, length: Int, maximum: Int)
    /// A line has a character that EBCDIC has not.
    case notInEBCDIC(Int)
  }

  private static let readLength = 0x40000
  private let file: OpenFile
  private let format: FileFormat
  /// Of the next article.
  private(set) var offset: Int
  private var line = 0
  private var window = ByteBuffer()
  private var windowEnd: Int
  private var isAtEnd = false

  init(_ file: OpenFile, format: FileFormat, from offset: Int) {
    self.file = file
    self.format = format
    self.offset = offset
    windowEnd = offset
  }

  /// The next article, or nil at the file's end.
  mutating func next() throws(Fault) -> ByteBuffer? {
    format.isText ? try nextLine() : try nextPiece()
  }

  private mutating func fill() throws(Fault) {
    window.discardReadBytes()
    do {
      let count = try file.read(at: windowEnd, count: Self.readLength, into: &window)
      windowEnd += count
      isAtEnd = count == 0
    } catch {
      throw .file(error)
    }
  }

  private mutating func nextPiece() throws(Fault) -> ByteBuffer? {
    while window.readableBytes < format.articleLength, !isAtEnd { try fill() }
    guard var piece = window.readSlice(length: min(format.articleLength, window.readableBytes)),
      piece.readableBytes > 0
    else { return nil }
    offset += piece.readableBytes
    if format.articles == .fixed, piece.readableBytes < format.articleLength {
      piece.writeRepeatingByte(0, count: format.articleLength - piece.readableBytes)
    }
    return piece
  }

  private mutating func nextLine() throws(Fault) -> ByteBuffer? {
    var searched = 0
    while true {
      if let end = window.readableBytesView.dropFirst(searched).firstIndex(of: 0x0A) {
        return try takeLine(length: end - window.readerIndex, end: 1)
      }
      searched = window.readableBytes
      if isAtEnd { return searched == 0 ? nil : try takeLine(length: searched, end: 0) }
      guard searched <= 0xFFFF else {
        throw .lineTooLong(line + 1, length: searched, maximum: format.articleLength)
      }
      try fill()
    }
  }

  private mutating func takeLine(length: Int, end: Int) throws(Fault) -> ByteBuffer? {
    line += 1
    guard let read = window.readSlice(length: length) else { return nil }
    let article = try article(of: read)
    guard article.readableBytes <= format.articleLength else {
      throw .lineTooLong(line, length: article.readableBytes, maximum: format.articleLength)
    }
    window.moveReaderIndex(forwardBy: end)
    offset += length + end
    return article
  }

  /// A line as it travels: never empty (one blank stands for it), filled up when articles are fixed.
  private func article(of line: ByteBuffer) throws(Fault) -> ByteBuffer {
    var article = format.code == .ebcdic ? try inEBCDIC(line) : line
    let blank: UInt8 = format.code == .ebcdic ? 0x40 : 0x20
    if article.readableBytes == 0 { article = ByteBuffer(bytes: [blank]) }
    if format.articles == .fixed, article.readableBytes < format.articleLength {
      article = ByteBuffer(buffer: article)
      article.writeRepeatingByte(blank, count: format.articleLength - article.readableBytes)
    }
    return article
  }

  private func inEBCDIC(_ bytes: ByteBuffer) throws(Fault) -> ByteBuffer {
    let scalars = String(decoding: bytes.readableBytesView, as: UTF8.self).unicodeScalars
    let latin1 = scalars.compactMap { UInt8(exactly: $0.value) }
    guard latin1.count == scalars.count else { throw .notInEBCDIC(line) }
    return ByteBuffer(bytes: latin1.map { EBCDIC.fromLatin1[Int($0)] })
  }
}
