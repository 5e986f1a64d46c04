import NIOCore

/// Shortens articles, one at a time, before they are packed (annex A).
///
/// An article becomes strings, each after an octet `tt nnnnnn`: 00, n octets follow; 10, the next octet n times; 11, n
/// octets equal to those at the same places of the article before, nothing follows. n is 1 to 63.
public struct Compressor: Sendable {
  private let method: Compression
  /// Vertical strings refer to the article before as it was before compression.
  private var previous: [UInt8] = []

  /// Of one transfer; ``reset()`` at each synchronisation point.
  public init(_ method: Compression) { self.method = method }

  /// The first article after a synchronisation point refers to nothing.
  public mutating func reset() { previous = [] }

  /// The strings of an article.
  public mutating func compress(_ article: ByteBuffer) -> ByteBuffer {
    guard method != .none else { return article }
    let bytes = Array(article.readableBytesView)
    var output = ByteBuffer()
    output.reserveCapacity(bytes.count + bytes.count / 63 + 2)
    var literalStart = 0
    var index = 0
    while index < bytes.count {
      if let (header, length, byte) = string(in: bytes, at: index) {
        Self.writeLiteral(bytes[literalStart..<index], to: &output)
        output.writeInteger(header | UInt8(length))
        if let byte { output.writeInteger(byte) }
        index += length
        literalStart = index
      } else {
        index += 1
      }
    }
    Self.writeLiteral(bytes[literalStart...], to: &output)
    if method.isVertical { previous = bytes }
    return output
  }

  /// The string worth making at a place: vertical first, it carries nothing.
  private func string(in bytes: [UInt8], at index: Int) -> (header: UInt8, length: Int, byte: UInt8?)? {
    let same = method.isVertical ? sameAsBefore(bytes, at: index) : 0
    let run = method.isHorizontal ? Self.run(in: bytes, at: index) : 0
    if same >= 2, same + 1 >= run { return (0xC0, same, nil) }
    return run >= 3 ? (0x80, run, bytes[index]) : nil
  }

  /// Never beyond the end of the article before: what stands there is read differently by different products.
  private func sameAsBefore(_ bytes: [UInt8], at index: Int) -> Int {
    var end = index
    let limit = min(bytes.count, previous.count, index + 63)
    while end < limit, bytes[end] == previous[end] { end += 1 }
    return max(0, end - index)
  }

  private static func run(in bytes: [UInt8], at index: Int) -> Int {
    var end = index + 1
    let limit = min(bytes.count, index + 63)
    while end < limit, bytes[end] == bytes[index] { end += 1 }
    return end - index
  }

  private static func writeLiteral(_ literal: ArraySlice<UInt8>, to output: inout ByteBuffer) {
    var rest = literal
    while !rest.isEmpty {
      let piece = rest.prefix(63)
      output.writeInteger(UInt8(piece.count))
      output.writeBytes(piece)
      rest = rest.dropFirst(63)
    }
  }
}
