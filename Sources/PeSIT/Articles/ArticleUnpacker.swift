import NIOCore

/// Finds the articles in the data that arrives (§3, §11).
public struct ArticleUnpacker: Sendable {
  /// Why data are not articles.
  public enum Fault: Error, Hashable, Sendable {
    /// A part of an article where none is begun, or something else within one.
    case outOfOrder
    /// The lengths before the articles do not add up to their DTF.
    case badLengths
    /// More octets than an article may have.
    case tooLong

    /// What it is answered with.
    public var diagnostic: Diagnostic { self == .tooLong ? .articleTooLong : .protocolError }
  }

  private let maxLength: Int
  private var partial: ByteBuffer?

  /// Of a transfer whose articles, as they travel, have at most so many octets.
  public init(maxLength: Int) { self.maxLength = maxLength }

  /// A segmented article is begun and not ended.
  public var isWithinArticle: Bool { partial != nil }

  /// The articles that a DTF ends.
  ///
  /// - Throws: ``Fault``.
  public mutating func articles(of unit: DataUnit) throws(Fault) -> [ByteBuffer] {
    switch unit.part {
    case .whole:
      guard partial == nil else { throw .outOfOrder }
      return try whole(unit)
    case .start:
      guard partial == nil else { throw .outOfOrder }
      partial = try grown(ByteBuffer(), by: unit.content)
      return []
    case .middle:
      partial = try grown(try begun(), by: unit.content)
      return []
    case .last:
      let article = try grown(try begun(), by: unit.content)
      partial = nil
      return [article]
    }
  }

  private func begun() throws(Fault) -> ByteBuffer {
    guard let partial else { throw .outOfOrder }
    return partial
  }

  private func grown(_ article: ByteBuffer, by piece: ByteBuffer) throws(Fault) -> ByteBuffer {
    guard article.readableBytes + piece.readableBytes <= maxLength else { throw .tooLong }
    var article = article
    article.writeImmutableBuffer(piece)
    return article
  }

  /// One article when none is announced; when one is, its length may be missing: the standard does not say.
  private func whole(_ unit: DataUnit) throws(Fault) -> [ByteBuffer] {
    if let articles = unit.articleCount == 0 ? [unit.content] : Self.prefixed(unit) {
      guard articles.allSatisfy({ $0.readableBytes <= maxLength }) else { throw .tooLong }
      return articles
    }
    guard unit.articleCount == 1 else { throw .badLengths }
    guard unit.content.readableBytes <= maxLength else { throw .tooLong }
    return [unit.content]
  }

  private static func prefixed(_ unit: DataUnit) -> [ByteBuffer]? {
    var content = unit.content
    var articles: [ByteBuffer] = []
    articles.reserveCapacity(Int(unit.articleCount))
    for _ in 0..<unit.articleCount {
      guard let length = content.readInteger(as: UInt16.self), let article = content.readSlice(length: Int(length))
      else { return nil }
      articles.append(article)
    }
    return content.readableBytes == 0 ? articles : nil
  }
}
