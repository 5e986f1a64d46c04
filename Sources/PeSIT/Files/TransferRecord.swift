import NIOCore

/// What is kept of a transfer while it lasts, and after: lines of a name and a value.
public struct TransferRecord: Hashable, Sendable {
  /// How far it is.
  public enum Status: String, Hashable, Sendable {
    case begun
    /// All data are on the disk, the file may not have its name yet.
    case complete
    /// The file has its name; nothing is left to do.
    case published
  }

  /// What finds it again.
  public let key: TransferKey
  /// The CREATE, or the ACK(SELECT), that described the file.
  public var parameters: Parameters
  /// How far it is.
  public var status = Status.begun
  /// The file that is read, or the one beside its name that is written.
  public var path: String
  /// Where a received file ended up.
  public var publishedPath: String?
  /// A sent file's size and last change when the transfer began: another file is another transfer.
  public var size: Int?
  /// Seconds; see ``size``.
  public var modified: Int?
  /// Since when which terms hold.
  public var phases: [SendingPhase] = []
  /// All that was counted, at the end.
  public var totals: Checkpoint?

  /// A transfer that begins.
  public init(key: TransferKey, parameters: Parameters, path: String) {
    self.key = key
    self.parameters = parameters
    self.path = path
  }
}

extension TransferRecord {
  var encoded: ByteBuffer {
    var parameterOctets = ByteBuffer()
    parameters.encode(into: &parameterOctets)
    var lines = [
      "pesit transfer 1", "direction \(key.direction.rawValue)", "partner \(hex(key.partner.bytes))",
      "parameters \(hex(parameterOctets.readableBytesView))", "status \(status.rawValue)", "path \(hex(path.utf8))",
    ]
    if let publishedPath { lines.append("published \(hex(publishedPath.utf8))") }
    if let size, let modified { lines.append("file \(size) \(modified)") }
    lines += phases.map { "phase \(Self.text($0))" }
    if let totals { lines.append("totals \(Self.text(totals))") }
    return ByteBuffer(string: lines.joined(separator: "\n") + "\n")
  }

  private static func text(_ point: Checkpoint) -> String {
    "\(point.number) \(point.offset) \(point.byteCount) \(point.articleCount)"
  }

  private static func text(_ phase: SendingPhase) -> String {
    let terms = phase.terms
    return text(phase.start)
      + " \(terms.sync.intervalKB) \(terms.sync.window) \(hex(terms.compression.bytes)) \(terms.format.code.rawValue)"
      + " \(terms.format.articles.rawValue) \(terms.format.articleLength)"
  }

  /// From the octets of a record; nil when they are not one.
  init?(decoding content: ByteBuffer) {
    let lines = String(decoding: content.readableBytesView, as: UTF8.self).split(separator: "\n")
    guard lines.first == "pesit transfer 1" else { return nil }
    var values: [Substring: [Substring]] = [:]
    for line in lines.dropFirst() {
      let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
      values[parts[0], default: []].append(parts.count > 1 ? parts[1] : "")
    }
    self.init(values: values)
  }

  private init?(values: [Substring: [Substring]]) {
    func text(_ name: Substring) -> [UInt8]? { values[name]?.first.flatMap { hexadecimalOctets($0) } }
    guard let direction = values["direction"]?.first.flatMap({ TransferKey.Direction(rawValue: String($0)) }),
      let partner = text("partner"), let parameterOctets = text("parameters"), let path = text("path"),
      let status = values["status"]?.first.flatMap({ Status(rawValue: String($0)) })
    else { return nil }
    var body = ByteBuffer(bytes: parameterOctets)
    guard let parameters = try? Parameters(decoding: &body) else { return nil }
    let key = TransferKey(direction, with: Text(bytes: partner), FileIdentity(parameters))
    self.init(key: key, parameters: parameters, path: String(decoding: path, as: UTF8.self))
    self.status = status
    publishedPath = text("published").map { String(decoding: $0, as: UTF8.self) }
    let file = Self.numbers(values["file"]?.first)
    if file.count == 2 { (size, modified) = (file[0], file[1]) }
    phases = (values["phase"] ?? []).compactMap(Self.phase)
    totals = values["totals"]?.first.flatMap { Self.point(Self.numbers($0)) }
  }

  private static func numbers(_ text: Substring?) -> [Int] { (text ?? "").split(separator: " ").compactMap { Int($0) } }

  private static func point(_ numbers: [Int]) -> Checkpoint? {
    guard numbers.count >= 4 else { return nil }
    return Checkpoint(
      number: numbers[0], offset: numbers[1], byteCount: numbers[2], articleCount: numbers[3])
  }

  private static func phase(_ text: Substring) -> SendingPhase? {
    let parts = text.split(separator: " ")
    guard parts.count == 10, let start = point(parts.prefix(4).compactMap { Int($0) }),
      let interval = Int(parts[4]), let window = Int(parts[5]),
      let compression = hexadecimalOctets(parts[6]).flatMap(Compression.init(bytes:)),
      let code = UInt8(parts[7]).flatMap(DataCode.init(rawValue:)),
      let articles = UInt8(parts[8]).flatMap(ArticleFormat.init(rawValue:)), let length = Int(parts[9])
    else { return nil }
    let format = FileFormat(code: code, articles: articles, articleLength: length)
    let sync = SyncOption(intervalKB: interval, window: window)
    return SendingPhase(start: start, terms: TransferTerms(sync: sync, compression: compression, format: format))
  }
}
