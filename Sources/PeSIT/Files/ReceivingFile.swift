import NIOCore

/// The destination of a transfer: a file beside its name, its checkpoints, what was counted.
///
/// It works on the threads of the disk.
public actor ReceivingFile {
  /// Why a transfer is stopped.
  public struct Fault: Error, Hashable, Sendable {
    /// What the peer is told.
    public let diagnostic: Diagnostic
    /// In words.
    public let words: String
  }

  /// What some data did.
  public struct Progress: Sendable {
    /// The last synchronisation point, safe on the disk.
    public var safePoint: Int?
    /// The sender's end, if it came.
    public var end: DataEnd?
  }

  private let file: OpenFile
  private let checkpoints: CheckpointFile
  private let terms: TransferTerms
  /// PI 16 was left out: the first article says what the file is.
  private var isCodeOpen: Bool
  private var unpacker: ArticleUnpacker
  private var expander: Expander
  private var writer: ArticleWriter
  /// After the last article, of the whole file.
  public private(set) var totals: Checkpoint
  /// Where this data phase began.
  public private(set) var phaseStart: Checkpoint
  private var safe: Checkpoint
  private var sinceLastPoint = 0

  /// A file and the checkpoints beside it, from its last checkpoint on.
  ///
  /// - Parameter isCodeKnown: false when PI 16 was left out.
  /// - Throws: ``FileFault``.
  public init(path: String, checkpointPath: String, terms: TransferTerms, isCodeKnown: Bool, from start: Checkpoint)
    throws(FileFault)
  {
    file = try OpenFile.writing(path)
    checkpoints = try CheckpointFile(checkpointPath)
    self.terms = terms
    isCodeOpen = !isCodeKnown && start.code == nil
    var format = terms.format
    format.code = start.code ?? format.code
    unpacker = ArticleUnpacker(maxLength: terms.travellingLength)
    expander = Expander(terms.compression, maxLength: terms.articleLength)
    writer = ArticleWriter(file, format: format, from: start.offset)
    totals = start
    phaseStart = start
    safe = start
    try file.truncate(to: start.offset)
    if start.number == 0 { try checkpoints.clear() }
  }

  /// The last checkpoint that was kept beside a file, if its data are all there.
  ///
  /// - Throws: ``FileFault``.
  public static func lastCheckpoint(path: String, checkpointPath: String) throws(FileFault) -> Checkpoint {
    guard let checkpoint = try CheckpointFile(checkpointPath).read() else { return .beginning }
    let size = try OpenFile.writing(path).status().size
    return size >= checkpoint.offset ? checkpoint : .beginning
  }

  /// Which articles the file has, as it turned out.
  public var code: DataCode { writer.code }

  /// Takes what has arrived, in order.
  ///
  /// - Throws: ``Fault``; what was safe stays safe.
  public func take(_ bodies: [FPDUBody]) throws(Fault) -> Progress {
    var progress = Progress()
    var reached: Checkpoint?
    do {
      for body in bodies {
        switch body {
        case .data(let unit): try take(unit)
        case .sync(let sync): reached = try take(sync)
        case .dataEnd(let end): progress.end = try take(end)
        default: preconditionFailure("the machine lets data, SYN and DTF.END through")
        }
      }
    } catch {
      // What was read before the fault is not asked for again.
      if let reached { try keep(reached) }
      throw error
    }
    if let reached {
      try keep(reached)
      progress.safePoint = reached.number
    }
    return progress
  }

  /// All is on the disk.
  ///
  /// - Throws: ``Fault``.
  public func finish() throws(Fault) {
    try onDisk { () throws(FileFault) in
      try writer.flush()
      try file.synchronise()
    }
  }

  /// Goes back to the last point that is safe, or to the beginning if the sender can only go on from a later one.
  ///
  /// - Returns: the point's number; 0 is the beginning.
  /// - Throws: ``Fault``.
  public func rewind(from wanted: Int) throws(Fault) -> Int {
    if safe.number < wanted { safe = .beginning }
    let safe = self.safe
    try onDisk { () throws(FileFault) in
      try file.truncate(to: safe.offset)
      if safe.number == 0 { try checkpoints.clear() }
    }
    unpacker = ArticleUnpacker(maxLength: terms.travellingLength)
    expander.reset()
    writer = ArticleWriter(file, format: writer.format, from: safe.offset)
    totals = safe
    sinceLastPoint = 0
    return safe.number
  }

  private func take(_ unit: DataUnit) throws(Fault) {
    let articles: [ByteBuffer]
    do {
      articles = try unpacker.articles(of: unit)
    } catch {
      throw Fault(diagnostic: error.diagnostic, words: "articles: \(error)")
    }
    for article in articles {
      totals.byteCount += article.readableBytes
      totals.articleCount += 1
      sinceLastPoint += article.readableBytes
      try write(article)
    }
    guard sinceLastPoint <= terms.mostBetweenPoints else {
      throw Fault(diagnostic: .tooMuchWithoutSync, words: "\(sinceLastPoint) octets without a synchronisation point")
    }
  }

  private func write(_ travelling: ByteBuffer) throws(Fault) {
    let article: ByteBuffer
    do {
      article = try expander.expand(travelling)
    } catch {
      let diagnostic = error == .tooLong ? Diagnostic.articleTooLong : .protocolError
      throw Fault(diagnostic: diagnostic, words: "compressed article: \(error)")
    }
    if isCodeOpen { decideCode(by: article) }
    try onDisk { () throws(FileFault) in try writer.append(article) }
    totals.offset = writer.offset
  }

  /// PI 16 left out means ASCII by the letter, but products leave it out for octets of any kind. A first article that
  /// fills its length, or has a line end or a control character in it, is no line.
  private func decideCode(by article: ByteBuffer) {
    isCodeOpen = false
    defer { totals.code = writer.code }
    let isLine =
      article.readableBytes != terms.format.articleLength
      && !article.readableBytesView.contains { $0 < 0x20 && $0 != 0x09 && $0 != 0x0C && $0 != 0x0D }
    guard !isLine else { return }
    var format = writer.format
    format.code = .binary
    writer = ArticleWriter(file, format: format, from: writer.offset)
  }

  private func take(_ sync: Sync) throws(Fault) -> Checkpoint {
    guard !unpacker.isWithinArticle else {
      throw Fault(diagnostic: .protocolError, words: "synchronisation point within an article")
    }
    guard sync.number == totals.number + 1 else {
      throw Fault(
        diagnostic: .protocolError, words: "synchronisation point \(sync.number) after \(totals.number)")
    }
    totals.number = sync.number
    sinceLastPoint = 0
    expander.reset()
    return totals
  }

  private func take(_ end: DataEnd) throws(Fault) -> DataEnd {
    guard !unpacker.isWithinArticle || !end.diagnostic.isSuccess else {
      throw Fault(diagnostic: .protocolError, words: "the data end within an article")
    }
    return end
  }

  private func keep(_ checkpoint: Checkpoint) throws(Fault) {
    try finish()
    try onDisk { () throws(FileFault) in try checkpoints.write(checkpoint) }
    safe = checkpoint
  }

  private func onDisk(_ work: () throws(FileFault) -> Void) throws(Fault) {
    do {
      try work()
    } catch {
      throw Fault(diagnostic: error.diagnostic, words: "\(error)")
    }
  }
}

extension TransferTerms {
  /// PI 32; without it, as long as the protocol can say.
  var articleLength: Int { format.articleLength > 0 ? format.articleLength : 0xFFFF }

  /// Compression makes an article at most a sixty-third longer.
  var travellingLength: Int { compression == .none ? articleLength : articleLength + articleLength / 63 + 2 }

  /// The interval, and an article of slack.
  var mostBetweenPoints: Int {
    guard sync.isUsed, sync.intervalKB < 0xFFFF else { return .max }
    return sync.intervalKB * 1024 + travellingLength
  }
}
