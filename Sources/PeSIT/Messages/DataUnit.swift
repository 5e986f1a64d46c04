import NIOCore

/// DTF, DTFDA, DTFMA and DTFFA: data, whole articles or a part of one (§4.7.4).
public struct DataUnit: Hashable, Sendable {
  /// What part of an article it holds.
  public enum Part: Hashable, Sendable {
    /// DTF: one or several whole articles.
    case whole
    /// DTFDA.
    case start
    /// DTFMA.
    case middle
    /// DTFFA.
    case last
  }
  /// What part of an article it holds.
  public var part: Part
  /// Octet 6: 0 for one article without a length before it, else how many articles, each after its length.
  public var articleCount: UInt8
  /// The octets after the header.
  public var content: ByteBuffer

  /// Data of an FPDU.
  public init(part: Part, articleCount: UInt8 = 0, content: ByteBuffer) {
    self.part = part
    self.articleCount = articleCount
    self.content = content
  }

  /// Octets 3 and 4 of its header.
  public var code: FPDUCode {
    switch part {
    case .whole: .data
    case .start: .dataStart
    case .middle: .dataMiddle
    case .last: .dataLast
    }
  }

  init?(code: FPDUCode, articleCount: UInt8, content: ByteBuffer) {
    switch code {
    case .data: self.init(part: .whole, articleCount: articleCount, content: content)
    case .dataStart: self.init(part: .start, content: content)
    case .dataMiddle: self.init(part: .middle, content: content)
    case .dataLast: self.init(part: .last, content: content)
    default: return nil
    }
  }
}
