import NIOCore

/// Gives articles their full length again (annex A; see ``Compressor``).
public struct Expander: Sendable {
  /// Why an article cannot be expanded.
  public enum Fault: Error, Hashable, Sendable {
    /// A string of type 01, or of no octets.
    case badString
    /// A string goes beyond the article's end.
    case cut
    /// More octets than an article may have.
    case tooLong
  }

  private let method: Compression
  private let maxLength: Int
  private var previous: [UInt8] = []

  /// Of one transfer, whose articles have at most so many octets; ``reset()`` at each synchronisation point.
  public init(_ method: Compression, maxLength: Int) {
    self.method = method
    self.maxLength = maxLength
  }

  /// The first article after a synchronisation point refers to nothing.
  public mutating func reset() { previous = [] }

  /// The article.
  ///
  /// - Throws: ``Fault``.
  public mutating func expand(_ strings: ByteBuffer) throws(Fault) -> ByteBuffer {
    guard method != .none else {
      guard strings.readableBytes <= maxLength else { throw .tooLong }
      return strings
    }
    let input = Array(strings.readableBytesView)
    var output: [UInt8] = []
    var index = 0
    while index < input.count {
      index = try expandString(input, at: index, into: &output)
      guard output.count <= maxLength else { throw .tooLong }
    }
    if method.isVertical { previous = output }
    return ByteBuffer(bytes: output)
  }

  private func expandString(_ input: [UInt8], at index: Int, into output: inout [UInt8]) throws(Fault) -> Int {
    let length = Int(input[index] & 0x3F)
    guard length > 0 else { throw .badString }
    switch input[index] >> 6 {
    case 0b00:
      guard index + length < input.count else { throw .cut }
      output.append(contentsOf: input[(index + 1)...(index + length)])
      return index + 1 + length
    case 0b10 where method.isHorizontal:
      guard index + 1 < input.count else { throw .cut }
      output.append(contentsOf: repeatElement(input[index + 1], count: length))
      return index + 2
    case 0b11 where method.isVertical:
      // A shorter article before is taken as followed by 40h.
      for place in output.count..<(output.count + length) {
        output.append(place < previous.count ? previous[place] : 0x40)
      }
      return index + 1
    default: throw .badString
    }
  }
}
