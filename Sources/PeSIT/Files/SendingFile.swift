import NIOCore

/// What a data phase agreed on.
public struct TransferTerms: Hashable, Sendable {
  /// PI 7 of the connection.
  public var sync: SyncOption
  /// PI 21 of the file.
  public var compression: Compression
  /// PI 16, 31 and 32 of the file.
  public var format: FileFormat

  /// What a data phase agreed on.
  public init(sync: SyncOption, compression: Compression, format: FileFormat) {
    self.sync = sync
    self.compression = compression
    self.format = format
  }
}

/// Where a sender's synchronisation points stand: they follow from the file and from the terms, so that only where the
/// terms began to hold is kept, not each point.
public struct SendingPhase: Hashable, Sendable {
  /// The point that the phase began at.
  public var start: Checkpoint
  /// The terms from there on.
  public var terms: TransferTerms

  /// Terms that hold from a point on.
  public init(start: Checkpoint, terms: TransferTerms) {
    self.start = start
    self.terms = terms
  }
}

/// A piece of a data phase, ready to leave.
public struct OutgoingChunk: Sendable {
  /// Entities, framed.
  public var bytes: ByteBuffer
  /// The synchronisation point that it ends with.
  public var syncNumber: Int?
}

/// The source of a transfer: a file, its articles, its synchronisation points.
///
/// It works on the threads of the disk, and is never more than a chunk ahead of the network.
public actor SendingFile {
  /// Why it cannot be sent.
  public enum Fault: Error, Hashable, Sendable, CustomStringConvertible {
    case file(FileFault)
    case lineTooLong(line: Int, length: Int, maximum: Int)
    case notInEBCDIC(line: Int)
    /// The point asked for is not one of the transfer's.
    case noSuchPoint(Int)
    /// The file is not the one that the transfer began with.
    case changed

    /// In English, for traces and PI 29.
    public var description: String {
      switch self {
      case .file(let fault): "\(fault)"
      case .lineTooLong(let line, let length, let maximum):
        "line \(line) has \(length) octets or more, an article \(maximum) at most"
      case .notInEBCDIC(let line): "line \(line) has a character that EBCDIC has not"
      case .noSuchPoint(let number): "no synchronisation point \(number) in this transfer"
      case .changed: "the file has changed since the transfer began"
      }
    }

    /// What the peer is told.
    public var diagnostic: Diagnostic {
      switch self {
      case .file(let fault): fault.diagnostic
      case .lineTooLong: .articleTooLong
      case .notInEBCDIC: .inputOutputError
      case .noSuchPoint: .restartPointRefused
      case .changed: .cannotResynchronise
      }
    }
  }

  private static let chunkLength = 0x40000
  private let file: OpenFile
  /// Every phase so far, in order.
  public private(set) var phases: [SendingPhase]
  private var articles: PointedArticles
  private var packer: EntityPacker
  private var layout: EntityLayout
  private var compressor: Compressor
  private var isAtEnd = false

  /// A file and what it went through already.
  ///
  /// - Throws: ``Fault``.
  public init(path: String, phases: [SendingPhase], terms: TransferTerms, layout: EntityLayout) throws(Fault) {
    do {
      file = try OpenFile.reading(path)
    } catch {
      throw .file(error)
    }
    self.phases = phases
    self.layout = layout
    articles = PointedArticles(file, SendingPhase(start: .beginning, terms: terms))
    packer = EntityPacker(layout)
    compressor = Compressor(terms.compression)
  }

  /// Counted so far, of the whole file: PI 27 and 28.
  public var totals: Checkpoint { articles.here }

  /// Goes to a point, where new terms begin to hold.
  ///
  /// - Throws: ``Fault``.
  public func seek(to point: Int, terms: TransferTerms) throws(Fault) {
    let start = try find(point)
    phases.removeAll { $0.start.number >= point }
    phases.append(SendingPhase(start: start, terms: terms))
    articles = PointedArticles(file, SendingPhase(start: start, terms: terms))
    packer = EntityPacker(layout)
    compressor = Compressor(terms.compression)
    isAtEnd = false
  }

  /// Reads on from where the phase began that the point belongs to.
  private func find(_ point: Int) throws(Fault) -> Checkpoint {
    guard point > 0 else { return .beginning }
    guard let phase = phases.last(where: { $0.start.number <= point }) else { throw .noSuchPoint(point) }
    var articles = PointedArticles(file, phase)
    var compressor = Compressor(phase.terms.compression)
    while articles.point.number < point {
      guard let step = try articles.next(&compressor) else { throw .noSuchPoint(point) }
      if case .point = step { compressor.reset() }
    }
    return articles.point
  }

  /// The next entities, up to a synchronisation point or a quarter of a megabyte; nil when all have been given.
  ///
  /// - Throws: ``Fault``.
  public func nextChunk() throws(Fault) -> OutgoingChunk? {
    guard !isAtEnd else { return nil }
    while packer.byteCount < Self.chunkLength {
      switch try articles.next(&compressor) {
      case .article(let article): packer.append(article)
      case .point(let number):
        compressor.reset()
        packer.appendSync(number)
        return OutgoingChunk(bytes: packer.take(), syncNumber: number)
      case nil:
        isAtEnd = true
        return packer.byteCount > 0 ? OutgoingChunk(bytes: packer.take(), syncNumber: nil) : nil
      }
    }
    return OutgoingChunk(bytes: packer.take(), syncNumber: nil)
  }
}

/// Articles of a file as they travel, with the synchronisation points between them.
private struct PointedArticles {
  enum Step {
    case article(ByteBuffer)
    case point(Int)
  }

  private var reader: ArticleReader
  private let interval: Int
  private var sinceLastPoint = 0
  /// The last point given.
  private(set) var point: Checkpoint
  /// After the last article given.
  private(set) var here: Checkpoint
  /// An article that waits for the point before it, as it is in the file: after a point nothing refers to what was before.
  private var held: ByteBuffer?

  init(_ file: OpenFile, _ phase: SendingPhase) {
    reader = ArticleReader(file, format: phase.terms.format, from: phase.start.offset)
    interval = phase.terms.sync.isUsed && phase.terms.sync.intervalKB < 0xFFFF ? phase.terms.sync.intervalKB * 1024 : 0
    point = phase.start
    here = phase.start
  }

  /// A point comes before the article that would take the data beyond the interval, or as soon as it is reached.
  mutating func next(_ compressor: inout Compressor) throws(SendingFile.Fault) -> Step? {
    if let article = held {
      held = nil
      return give(compressor.compress(article))
    }
    if interval > 0, sinceLastPoint >= interval { return putPoint() }
    guard let article = try read() else { return nil }
    let travelling = compressor.compress(article)
    guard interval > 0, sinceLastPoint > 0, sinceLastPoint + travelling.readableBytes > interval else {
      return give(travelling)
    }
    compressor.reset()
    held = article
    return putPoint()
  }

  private mutating func putPoint() -> Step {
    sinceLastPoint = 0
    here.number += 1
    point = here
    return .point(here.number)
  }

  private mutating func give(_ article: ByteBuffer) -> Step {
    sinceLastPoint += article.readableBytes
    here.offset = reader.offset
    here.byteCount += article.readableBytes
    here.articleCount += 1
    return .article(article)
  }

  private mutating func read() throws(SendingFile.Fault) -> ByteBuffer? {
    do {
      return try reader.next()
    } catch {
      switch error {
      case .file(let fault): throw .file(fault)
      case .lineTooLong(let line, let length, let maximum):
        throw .lineTooLong(line: line, length: length, maximum: maximum)
      case .notInEBCDIC(let line): throw .notInEBCDIC(line: line)
      }
    }
  }
}
