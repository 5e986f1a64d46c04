/// Bytes that grow, with the few ways of writing that canonical bytes need. Its owner calls ``free()`` once.
struct CanonicalBuffer {
  private var start = UnsafeMutablePointer<UInt8>.allocate(capacity: 512)
  private var capacity = 512
  private(set) var count = 0

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }
  var last: UInt8? { count > 0 ? start[count - 1] : nil }

  func free() { start.deallocate() }

  mutating func truncate(to length: Int) { count = length }

  mutating func append(_ byte: UInt8) {
    reserve(1)
    start[count] = byte
    count += 1
  }

  mutating func append(_ word: StaticString) {
    append(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
  }

  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return }
    reserve(bytes.count)
    (start + count).update(from: source, count: bytes.count)
    count += bytes.count
  }

  mutating func append(isNegative: Bool, magnitude: UInt64) {
    reserve(21)
    if isNegative { append(UInt8(ascii: "-")) }
    let first = count
    var rest = magnitude
    repeat {
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    var digits = UnsafeMutableBufferPointer(start: start + first, count: count - first)
    digits.reverse()
  }

  /// A text between quotes, escaped where it must be.
  mutating func append(text: String) {
    append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { characters in
      guard characters.contains(where: isEscaped) else { return append(characters) }
      for byte in characters {
        if isEscaped(byte) { appendEscaped(byte) } else { append(byte) }
      }
    }
    append(UInt8(ascii: "\""))
  }

  private mutating func appendEscaped(_ byte: UInt8) {
    append(UInt8(ascii: "\\"))
    guard byte < 0x20 else { return append(byte) }
    append("u00")
    append(byte < 0x10 ? "0" : "1")
    let low = byte & 0xF
    append(low < 10 ? UInt8(ascii: "0") + low : UInt8(ascii: "a") + low - 10)
  }

  private func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func reserve(_ more: Int) {
    if count + more <= capacity { return }
    capacity = max(capacity * 2, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: start, count: count)
    start.deallocate()
    start = larger
  }
}
