/// How a file and its articles correspond (§11).
public struct FileFormat: Hashable, Sendable {
  /// PI 16: text has an article a line, binary is cut.
  public var code: DataCode
  /// PI 31.
  public var articles: ArticleFormat
  /// PI 32: exact or greatest length of an article, 1…65535 octets.
  public var articleLength: Int

  /// A file's articles.
  public init(code: DataCode, articles: ArticleFormat, articleLength: Int) {
    self.code = code
    self.articles = articles
    self.articleLength = articleLength
  }

  /// An article is a line, without its end.
  public var isText: Bool { code != .binary }
}

/// A synchronisation point and what stood before it: what a transfer is taken up from.
public struct Checkpoint: Hashable, Sendable {
  /// 0 is the file's beginning.
  public var number: Int
  /// Octets of the file on disk.
  public var offset: Int
  /// Octets counted for PI 27.
  public var byteCount: Int
  /// Articles counted for PI 28.
  public var articleCount: Int
  /// What the articles turned out to be, when PI 16 was left out.
  public var code: DataCode?

  /// Where a transfer may be taken up.
  public init(number: Int, offset: Int, byteCount: Int, articleCount: Int) {
    self.number = number
    self.offset = offset
    self.byteCount = byteCount
    self.articleCount = articleCount
  }

  /// The file's beginning.
  public static let beginning = Checkpoint(number: 0, offset: 0, byteCount: 0, articleCount: 0)
}
