/// The bytes being written and the objects and arrays still open in them.
///
/// A container of `Codable` has no end of its own: it is closed when the value that opened it is complete, or when its
/// parent is written to again.
final class CanonicalOutput {
  private(set) var bytes: [UInt8] = []
  /// The first thing that could not be written; some calls of `Codable` cannot throw.
  private(set) var fault: CanonicalFault?
  private var levels: [Level] = []
  private var opened = 0
  private var lastKey = ""
  /// The object opened next is a dictionary.
  private var sortsNext = false

  /// An open object or array.
  private struct Level {
    let id: Int
    let closing: UInt8
    let sorts: Bool
    var members: [Member] = []
  }

  /// A member of a dictionary: where its key and itself begin and its key ends.
  private struct Member {
    let start: Int
    let keyEnd: Int
  }

  /// What a container holds to find its level again.
  struct Handle {
    let depth: Int
    let id: Int
  }

  init() { bytes.reserveCapacity(512) }

  /// Writes a whole value; one that writes nothing is an empty object.
  func encode<T: Encodable>(_ value: T) throws {
    if let type = T.self as? any HashOrdered.Type {
      guard type.isSortable else {
        throw refuse("un ensemble ou un dictionnaire sans clés textuelles n'a pas d'ordre")
      }
      sortsNext = true
    }
    let depth = levels.count
    let start = bytes.count
    try value.encode(to: CanonicalValueEncoder(output: self))
    close(downTo: depth)
    if bytes.count == start { bytes.append(contentsOf: [UInt8(ascii: "{"), UInt8(ascii: "}")]) }
    if let fault { throw fault }
  }

  func open(object: Bool) -> Handle {
    if levels.count >= CanonicalLimits.nesting { refuse("plus de \(CanonicalLimits.nesting) niveaux") }
    bytes.append(UInt8(ascii: object ? "{" : "["))
    opened += 1
    levels.append(Level(id: opened, closing: UInt8(ascii: object ? "}" : "]"), sorts: object && sortsNext))
    sortsNext = false
    return Handle(depth: levels.count, id: opened)
  }

  /// Prepares the next element of an array.
  func beginElement(_ handle: Handle) throws {
    try returnTo(handle)
    if bytes.last != UInt8(ascii: "[") { bytes.append(UInt8(ascii: ",")) }
  }

  /// Prepares the next member of an object.
  func beginMember(_ handle: Handle, _ key: String) throws {
    try returnTo(handle)
    if bytes.last != UInt8(ascii: "{") { bytes.append(UInt8(ascii: ",")) }
    lastKey = key
    let start = bytes.count
    write(key)
    if levels[handle.depth - 1].sorts {
      levels[handle.depth - 1].members.append(Member(start: start, keyEnd: bytes.count - 1))
    }
    bytes.append(UInt8(ascii: ":"))
  }

  func append(_ byte: UInt8) { bytes.append(byte) }

  func append(_ text: StaticString) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  func append(_ text: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: text) }

  @discardableResult
  func refuse(_ reason: String) -> CanonicalFault {
    let fault = self.fault ?? CanonicalFault(reason, path: lastKey)
    self.fault = fault
    return fault
  }

  private func returnTo(_ handle: Handle) throws {
    close(downTo: handle.depth)
    guard levels.count == handle.depth, levels[handle.depth - 1].id == handle.id else {
      throw refuse("un objet ou une liste déjà fermés ont été complétés")
    }
    if bytes.count > CanonicalLimits.byteCount { throw refuse("plus de \(CanonicalLimits.byteCount) octets") }
    if let fault { throw fault }
  }

  private func close(downTo depth: Int) {
    while levels.count > depth {
      let level = levels.removeLast()
      if level.members.count > 1 { sort(level.members) }
      bytes.append(level.closing)
    }
  }

  private func sort(_ members: [Member]) {
    let ends = members.dropFirst().map { $0.start - 1 } + [bytes.count]
    let parts = zip(members, ends).map { (key: bytes[$0.start + 1..<$0.keyEnd], whole: bytes[$0.start..<$1]) }
    let sorted = parts.sorted { CanonicalOrder.precedes($0.key, $1.key) }
    bytes.removeSubrange(members[0].start...)
    for (index, part) in sorted.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(contentsOf: part.whole)
    }
  }
}

extension CanonicalOutput {
  func write(_ value: Bool) {
    append(value ? "true" : "false")
  }

  func write<T: FixedWidthInteger>(_ value: T) {
    if value < 0 { append("-") }
    let magnitude = UInt64(value.magnitude)
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var first = 20
      var rest = magnitude
      repeat {
        first -= 1
        digits[first] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      } while rest > 0
      append(UnsafeBufferPointer(rebasing: digits[first...]))
    }
  }

  func write(_ value: String) {
    append("\"")
    var value = value
    value.withUTF8 { text in
      text.contains(where: CanonicalOutput.isEscaped) ? appendEscaped(text) : append(text)
    }
    append("\"")
  }

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    for byte in text {
      if byte < 0x20 {
        append("\\u00")
        append(byte < 0x10 ? "0" : "1")
        append(hexDigits[Int(byte & 0xF)])
      } else {
        if CanonicalOutput.isEscaped(byte) { append("\\") }
        append(byte)
      }
    }
  }
}

private let hexDigits = Array("0123456789abcdef".utf8)
